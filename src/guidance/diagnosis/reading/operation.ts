/** What was being done when an error came: told by parameters, addresses and the words of logs. */
import type { Field } from './fields.ts'
import type { PlainText } from './plain-text.ts'

/** A step of a flow at which things are refused. */
export type Operation =
  | 'authorization'
  | 'exchange'
  | 'refresh'
  | 'api'
  | 'introspection'
  | 'logout'
  | 'device'
  | 'registration'
  | 'client-credentials'
  | 'password'

/** By the value of `grant_type` (RFC 6749, RFC 8628 §3.4). */
const GRANTS: ReadonlyMap<string, Operation> = new Map([
  ['authorization_code', 'exchange'],
  ['refresh_token', 'refresh'],
  ['client_credentials', 'client-credentials'],
  ['password', 'password'],
  ['urn:ietf:params:oauth:grant-type:device_code', 'device'],
])

/** Words of addresses, stack traces and logs, each telling of one operation. */
const SIGNS: readonly (readonly [sign: string, operation: Operation])[] = [
  ['resource owner password', 'password'],
  ['direct access grant', 'password'],
  ['ropc flow', 'password'],
  ['acquiretokenbyusernamepassword', 'password'],
  ['usernamepasswordcredential', 'password'],
  ['device_authorization', 'device'],
  ['device code', 'device'],
  ['devicecode', 'device'],
  ['refreshtoken', 'refresh'],
  ['refresh_token', 'refresh'],
  ['refresh token', 'refresh'],
  ['refresherror', 'refresh'],
  ['token_refresh', 'refresh'],
  ['creds.refresh', 'refresh'],
  ['acquiretokensilent', 'refresh'],
  ['code exchange', 'exchange'],
  ['exchange_code', 'exchange'],
  ['exchanging code', 'exchange'],
  ['redeeming code', 'exchange'],
  ['redeem code', 'exchange'],
  ['code_verifier', 'exchange'],
  ['failed to obtain access token', 'exchange'],
  ['missing access token parameter', 'exchange'],
  ['/introspect', 'introspection'],
  ['end_session', 'logout'],
  ['post_logout_redirect_uri', 'logout'],
  ['/logout', 'logout'],
  ['client registration', 'registration'],
  ['/register', 'registration'],
  ['www-authenticate', 'api'],
  ['bearer error', 'api'],
  ['bearer token', 'api'],
  ['/authorize?', 'authorization'],
  ['/token', 'exchange'],
]

/** What stands further behind in a long log belongs to something else, in characters. */
const MOST_READ = 100_000

/** The operation, when something tells; the plainest sign wins. */
export function readOperation({ flat }: PlainText, fields: readonly Field[]): Operation | undefined {
  const grant = fields.find(({ name, value }) => name === 'grant_type' && GRANTS.has(value.toLowerCase()))
  if (grant !== undefined) return GRANTS.get(grant.value.toLowerCase())
  if (/\bbearer (?:realm|error|scope)=/.test(flat.slice(0, 4000))) return 'api'
  // An error among the parameters of an address came back in a redirect (RFC 6749 §4.1.2.1).
  const isInRedirect = fields.some(({ name, isParameter }) => name === 'error' && isParameter)
  if (isInRedirect) return 'authorization'
  const beginning = flat.slice(0, MOST_READ)
  const sign = SIGNS.find(([word]) => beginning.includes(word))
  // A sentence of the specification names both, and tells of neither (RFC 6749 §5.2).
  return sign?.[0] === 'refresh token' && flat.includes('authorization code') ? undefined : sign?.[1]
}
