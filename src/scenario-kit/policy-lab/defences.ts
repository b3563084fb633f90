/** The defences of the policy lab: one list of names for all scenarios, each with where it stands. */

/** A mechanism that is meant to stop an attack. */
export interface Defence {
  /** A few words, for the head of a column. */
  readonly title: string
  /** Where it stands, such as `RFC 7636`; `policy` when no specification has it. */
  readonly clause: string
}

/** By id, in the order of the columns. */
export const DEFENCES = {
  pkce: { title: 'PKCE', clause: 'RFC 7636' },
  state: { title: 'state compared', clause: 'RFC 9700 §4.7.1' },
  nonce: { title: 'nonce compared', clause: 'RFC 9700 §4.5.3.2' },
  'downgrade-check': { title: 'No verifier without a challenge', clause: 'RFC 9700 §4.8.2' },
  'exact-redirect-matching': { title: 'Redirect URI compared whole', clause: 'RFC 9700 §4.1.3' },
  'known-targets': { title: 'Redirector: known targets only', clause: 'RFC 9700 §4.11.1' },
  'see-other': { title: '303 after a form', clause: 'RFC 9700 §4.12' },
  'referrer-policy': { title: 'Referrer-Policy: no-referrer', clause: 'RFC 9700 §4.2.4' },
  'redeemed-at-once': { title: 'Code redeemed at once', clause: 'RFC 9700 §4.2.4' },
  'client-authentication': { title: 'Client secret', clause: 'RFC 6749 §2.3' },
  iss: { title: 'iss compared', clause: 'RFC 9207 §2.4' },
  'redirect-uri-per-server': { title: 'Redirect URI for each server', clause: 'RFC 9700 §4.4.2.2' },
  'no-redirector': { title: 'No redirecting callback', clause: 'RFC 9700 §2.1' },
  'no-token-in-query': { title: 'No token in a query', clause: 'RFC 9700 §4.3.2' },
  'clean-address': { title: 'Address cleaned', clause: 'policy' },
  'pushed-request': { title: 'Pushed request', clause: 'RFC 9126' },
  'signed-request': { title: 'Signed request', clause: 'RFC 9101' },
  'reuse-window': { title: 'Rotation with a reuse window', clause: 'policy' },
  rotation: { title: 'Rotation with reuse detection', clause: 'RFC 9700 §4.14.2' },
  introspection: { title: 'Introspection', clause: 'RFC 7662' },
  dpop: { title: 'DPoP', clause: 'RFC 9449' },
  'dpop-nonce': { title: 'DPoP nonces', clause: 'RFC 9449 §8' },
  'audience-check': { title: 'Audience of an assertion', clause: 'RFC 7523 §3' },
  'exact-subject': { title: 'Whole subject compared', clause: 'policy' },
  'immutable-id': { title: 'Immutable id compared', clause: 'policy' },
  'fixed-algorithm': { title: 'Algorithm fixed', clause: 'RFC 8725 §3.1' },
  'issuer-keys': { title: 'Keys of the issuer only', clause: 'RFC 8725 §3.10' },
  'token-audience': { title: 'Audience of a token', clause: 'RFC 9068 §4' },
  'token-client': { title: 'Client of a token', clause: 'RFC 6749 §10.16' },
  'at-hash': { title: 'ID token: nonce and at_hash', clause: 'OpenID Connect Core §3.2.2.9' },
  'code-flow': { title: 'Code with PKCE', clause: 'RFC 9700 §2.1.2' },
  'token-type': { title: 'Type of a token', clause: 'RFC 9068 §4' },
  'person-check': { title: 'People told from apps', clause: 'RFC 9700 §4.15' },
  'stripped-headers': { title: 'Proxy’s header removed', clause: 'RFC 9700 §4.13' },
  'may-act': { title: 'may_act', clause: 'RFC 8693 §4.4' },
  'second-factor': { title: 'Second factor', clause: 'policy' },
  'number-picked': { title: 'Number picked out of three', clause: 'policy' },
  'number-typed': { title: 'Number typed on the phone', clause: 'NIST SP 800-63B-4 §3.1.3.1' },
  'prompt-limit': { title: 'Few prompts', clause: 'NIST SP 800-63B-4 §3.1.3.2' },
  'network-check': { title: 'Same network', clause: 'policy' },
  'binding-message': { title: 'binding_message', clause: 'OpenID Connect CIBA §7.1' },
  'verified-email': { title: 'Verified address', clause: 'policy' },
  'link-after-sign-in': { title: 'Linked after signing in', clause: 'policy' },
  'logout-signature': { title: 'Logout token: signature', clause: 'OpenID Connect Back-Channel Logout §2.6' },
  'logout-event': { title: 'Logout token: all checks', clause: 'OpenID Connect Back-Channel Logout §2.6' },
  'logout-once': { title: 'Logout token: once', clause: 'OpenID Connect Back-Channel Logout §2.6' },
  'logout-sid': { title: 'Logout token: sid', clause: 'OpenID Connect Back-Channel Logout §2.7' },
  'passkey-origin': { title: 'Passkey: origin', clause: 'WebAuthn Level 3 §7.2' },
  'passkey-only': { title: 'Passkey only', clause: 'policy' },
  'no-silent-frame': { title: 'No sign-in in frames', clause: 'RFC 10017 §6.3.4.2.3' },
  'consent-each-time': { title: 'Consent each time', clause: 'RFC 10017 §6.3.4.2.3' },
  'tokens-in-memory': { title: 'Tokens in memory', clause: 'RFC 10017 §8.4' },
  'tokens-in-worker': { title: 'Tokens in a worker', clause: 'RFC 10017 §8.3' },
  'token-mediating-backend': { title: 'Token-mediating backend', clause: 'RFC 10017 §6.2' },
  bff: { title: 'Backend for frontend', clause: 'RFC 10017 §6.1' },
  'same-site': { title: 'SameSite=Lax', clause: 'RFC 10017 §6.1.3.2' },
  'new-session-key': { title: 'New key at sign-in', clause: 'RFC 6265bis §8.4' },
  'key-in-cookie-only': { title: 'No key from an address', clause: 'policy' },
  'host-prefix': { title: '__Host- cookie', clause: 'RFC 6265bis §4.1.3.2' },
  'http-only': { title: 'HttpOnly', clause: 'RFC 10017 §6.1.3.2' },
  'message-target': { title: 'Message for one origin', clause: 'RFC 9700 §4.17.2' },
  'message-sender': { title: 'Sender of a message', clause: 'RFC 9700 §4.17.2' },
  'frame-ancestors': { title: 'frame-ancestors', clause: 'RFC 9700 §4.16' },
  'x-frame-options': { title: 'X-Frame-Options', clause: 'RFC 6749 §10.13' },
  'header-check': { title: 'Header check', clause: 'RFC 10017 §6.1.3.3.2' },
} as const satisfies Readonly<Record<string, Defence>>

/** A defence by its name. */
export type DefenceId = keyof typeof DEFENCES
