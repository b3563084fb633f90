/** From the name of a clause, such as `RFC 7636 §4.6`, to its place on the web. */

const RFC_EDITOR = 'https://www.rfc-editor.org/rfc/rfc'
const OPENID = 'https://openid.net/specs/'

/** Documents that are no RFCs, and how their sections are addressed. */
const DOCUMENTS: ReadonlyMap<string, (section: string | undefined) => string> = new Map([
  ['OIDC Core', openId('openid-connect-core-1_0')],
  ['OpenID Connect Core', openId('openid-connect-core-1_0')],
  ['OIDC Discovery', openId('openid-connect-discovery-1_0')],
  ['OpenID Connect Discovery', openId('openid-connect-discovery-1_0')],
  ['OpenID Connect RP-Initiated Logout', openId('openid-connect-rpinitiated-1_0')],
  ['OAuth 2.0 Multiple Response Types', openId('oauth-v2-multiple-response-types-1_0')],
  // Its chapters are files; a requirement has no address of its own.
  ['OWASP ASVS 5.0', () => 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en'],
  ['OWASP MASVS-STORAGE-1', () => 'https://mas.owasp.org/MASVS/controls/MASVS-STORAGE-1/'],
  [
    'Apple Platform Security',
    () => 'https://support.apple.com/guide/security/keychain-data-protection-secb0694df1a/web',
  ],
  ['Android Keystore system', () => 'https://developer.android.com/privacy-and-security/keystore'],
  // Its sections move with the living standard, so the link leads to the document.
  ['Fetch', () => 'https://fetch.spec.whatwg.org/'],
  ['RFC 6265bis', withSection('https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis', 'section-')],
])

/** The address of a clause; `undefined` when it is no specification's, such as `policy`. */
export function specificationUrl(clause: string): string | undefined {
  const [, document = '', section] = /^(.+?)(?: §([\w.]+))?(?: step \d+)?$/.exec(clause.trim()) ?? []
  const rfc = /^RFC (\d+)$/.exec(document)?.[1]
  if (rfc !== undefined) return withSection(`${RFC_EDITOR}${rfc}`, 'section-')(section)
  return DOCUMENTS.get(document)?.(section)
}

function openId(name: string): (section: string | undefined) => string {
  return withSection(`${OPENID}${name}.html`, 'rfc.section.')
}

function withSection(url: string, prefix: string): (section: string | undefined) => string {
  return (section) => (section === undefined ? url : `${url}#${prefix}${section}`)
}
