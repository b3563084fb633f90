/** The specifications: what each is called here, what people call it, and its place on the web. */

/** One document. */
interface Specification {
  /** What people call it. */
  readonly title: string
  /** Its address, or that of one of its sections. */
  url(section: string | undefined): string
}

const rfcs: readonly (readonly [number: number, title: string])[] = [
  [1950, 'zlib'],
  [1951, 'DEFLATE'],
  [2045, 'MIME, bodies of mail'],
  [2104, 'HMAC'],
  [2606, 'Reserved top-level domains'],
  [3339, 'Dates and times'],
  [3986, 'URIs'],
  [4180, 'CSV'],
  [4226, 'HOTP'],
  [4514, 'Distinguished names as text'],
  [4648, 'Base64 and base32'],
  [5280, 'Certificates'],
  [6238, 'TOTP, time-based one-time codes'],
  [6265, 'Cookies, as of 2011'],
  [6585, 'Additional HTTP status codes'],
  [6749, 'OAuth 2.0'],
  [6750, 'Bearer tokens'],
  [6819, 'OAuth 2.0 threat model'],
  [6901, 'JSON Pointer'],
  [6890, 'IP addresses of special use'],
  [7009, 'Token revocation'],
  [7239, 'The Forwarded header of proxies'],
  [7515, 'JWS, signed content'],
  [7516, 'JWE, encrypted content'],
  [7517, 'JWK, keys'],
  [7518, 'JWA, algorithms'],
  [7519, 'JWT, JSON Web Token'],
  [7523, 'JWTs as grants, and to authenticate clients'],
  [7591, 'Dynamic client registration'],
  [7636, 'PKCE, proof key for code exchange'],
  [7638, 'Thumbprints of keys'],
  [7662, 'Token introspection'],
  [7800, 'Keys in JWTs (cnf)'],
  [8017, 'RSA signatures'],
  [8030, 'Web push'],
  [8032, 'Ed25519 signatures'],
  [8176, 'Authentication method references (amr)'],
  [8252, 'OAuth 2.0 for native apps'],
  [8259, 'JSON'],
  [8414, 'Authorization server metadata'],
  [8615, 'Well-known URIs'],
  [8628, 'Device authorization grant'],
  [8693, 'Token exchange'],
  [8705, 'Mutual TLS'],
  [8707, 'Resource indicators'],
  [8725, 'JWT best current practice'],
  [9068, 'JWT access tokens'],
  [9101, 'JAR, signed authorization requests'],
  [9110, 'HTTP semantics'],
  [9111, 'HTTP caching'],
  [9112, 'HTTP/1.1'],
  [9126, 'Pushed authorization requests'],
  [9207, 'Issuer identification, against mix-up attacks'],
  [9309, 'robots.txt'],
  [9396, 'Rich authorization requests'],
  [9440, 'The Client-Cert header'],
  [9449, 'DPoP'],
  [9470, 'Step-up authentication challenge'],
  [9562, 'UUIDs'],
  [9700, 'OAuth 2.0 security best current practice'],
  [9701, 'Introspection answers as JWTs'],
  [9728, 'Protected resource metadata'],
  [10017, 'OAuth 2.0 for browser-based applications'],
]

/** Every specification by the one name that it has in this project; a clause is this name, ` §` and the section. */
export const SPECIFICATIONS: ReadonlyMap<string, Specification> = new Map<string, Specification>([
  ...rfcs.map(([number, title]): [string, Specification] => [
    `RFC ${number}`,
    { title, url: withSection(`https://www.rfc-editor.org/rfc/rfc${number}`, 'section-') },
  ]),
  [
    'RFC 6265bis',
    {
      title: 'Cookies',
      url: withSection('https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis', 'section-'),
    },
  ],
  [
    'OAuth 2.1',
    {
      title: 'OAuth 2.1, a draft',
      url: withSection('https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1', 'section-'),
    },
  ],
  [
    'ID-JAG',
    {
      title: 'Identity assertions for other servers, a draft',
      url: withSection(
        'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-identity-assertion-authz-grant',
        'section-',
      ),
    },
  ],
  [
    'Client ID Metadata Document',
    {
      title: 'Clients that describe themselves, a draft',
      url: withSection(
        'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00',
        'section-',
      ),
    },
  ],
  [
    'MCP Authorization',
    {
      title: 'Authorization of the Model Context Protocol, revision 2026-07-28',
      url: () => 'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization',
    },
  ],
  ['OpenID Connect Core', { title: 'OIDC, sign-in on top of OAuth 2.0', url: openId('openid-connect-core-1_0') }],
  [
    'OpenID Connect Dynamic Client Registration',
    { title: 'How OIDC clients register', url: openId('openid-connect-registration-1_0') },
  ],
  ['JARM', { title: 'Authorization responses as JWTs', url: openId('oauth-v2-jarm') }],
  ['OpenID Connect Discovery', { title: 'OIDC provider metadata', url: openId('openid-connect-discovery-1_0') }],
  ['OpenID Connect RP-Initiated Logout', { title: 'OIDC logout', url: openId('openid-connect-rpinitiated-1_0') }],
  [
    'OpenID Connect Back-Channel Logout',
    { title: 'OIDC logout, from server to server', url: openId('openid-connect-backchannel-1_0') },
  ],
  [
    'OpenID Connect CIBA',
    {
      title: 'Sign-in that a client starts and a phone answers',
      url: openId('openid-client-initiated-backchannel-authentication-core-1_0'),
    },
  ],
  [
    'OAuth 2.0 Multiple Response Types',
    { title: 'Response types of several words, response modes', url: openId('oauth-v2-multiple-response-types-1_0') },
  ],
  [
    'OAuth 2.0 Form Post Response Mode',
    { title: 'Responses in a form', url: openId('oauth-v2-form-post-response-mode-1_0') },
  ],
  ['NIST SP 800-63B-4', { title: 'Authentication', url: () => 'https://pages.nist.gov/800-63-4/sp800-63b.html' }],
  // Its chapters are files; a requirement has no address of its own.
  ['OWASP ASVS 5.0', { title: 'Application security', url: () => 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en' }],
  [
    'OWASP MASVS-STORAGE-1',
    { title: 'Storage in mobile apps', url: () => 'https://mas.owasp.org/MASVS/controls/MASVS-STORAGE-1/' },
  ],
  [
    'Apple Platform Security',
    {
      title: 'Keychain',
      url: () => 'https://support.apple.com/guide/security/keychain-data-protection-secb0694df1a/web',
    },
  ],
  [
    'Android Keystore system',
    { title: 'Keys in Android', url: () => 'https://developer.android.com/privacy-and-security/keystore' },
  ],
  // The sections of a living standard move, so the link leads to the document.
  ['Fetch', { title: 'Fetch and CORS', url: () => 'https://fetch.spec.whatwg.org/' }],
  ['HTML', { title: 'HTML', url: () => 'https://html.spec.whatwg.org/multipage/' }],
  [
    'Referrer Policy',
    { title: 'What other sites learn of an address', url: () => 'https://www.w3.org/TR/referrer-policy/' },
  ],
  ['Fetch Metadata', { title: 'Sec-Fetch headers', url: () => 'https://www.w3.org/TR/fetch-metadata/' }],
  ['WebAuthn Level 3', { title: 'Passkeys', url: () => 'https://www.w3.org/TR/webauthn-3/' }],
  ['Web Locks API', { title: 'Locks between tabs', url: () => 'https://www.w3.org/TR/web-locks/' }],
  ['Content Security Policy Level 3', { title: 'CSP', url: () => 'https://www.w3.org/TR/CSP3/' }],
  ['PNG Third Edition', { title: 'PNG', url: () => 'https://www.w3.org/TR/png-3/' }],
  ['XML 1.0', { title: 'XML', url: () => 'https://www.w3.org/TR/xml/' }],
  [
    'POSIX XCU',
    { title: 'The shell', url: () => 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html' },
  ],
  ['ISO/IEC 18004', { title: 'QR codes', url: () => 'https://www.iso.org/standard/83389.html' }],
])

/** The address of a clause, such as `RFC 7636 §4.6`; `undefined` when it is no specification's, such as `policy`. */
export function specificationUrl(clause: string): string | undefined {
  const [, document = '', section] = /^(.+?)(?: §([\w.]+))?(?: step \d+)?$/.exec(clause.trim()) ?? []
  return SPECIFICATIONS.get(document)?.url(section)
}

function openId(name: string): (section: string | undefined) => string {
  return withSection(`https://openid.net/specs/${name}.html`, 'rfc.section.')
}

function withSection(url: string, prefix: string): (section: string | undefined) => string {
  return (section) => (section === undefined ? url : `${url}#${prefix}${section}`)
}
