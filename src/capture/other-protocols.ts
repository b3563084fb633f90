/** Sign-ins that are not OAuth: SAML, WS-Federation, and passwords sent to an API. They are named; no rule here is about them. */
import { parseJsonObject } from '../lib/json.ts'
import { formOf, type Parameters, queryOf } from './fields.ts'
import type { RecordedExchange } from './reading/har-entry.ts'

/** An exchange of another protocol. */
export type OtherKind =
  | 'SAML request'
  | 'SAML response'
  | 'WS-Federation request'
  | 'WS-Federation response'
  | 'password sign-in'

const PASSWORD_NAME = /^(?:password|passwd|pwd|passphrase|user_?password|login_?password)$/i

/** What it is; `undefined` when it is none of them. */
export function otherKind(exchange: RecordedExchange): OtherKind | undefined {
  const parameters = new Map([...queryOf(exchange), ...formOf(exchange)])
  if (parameters.has('SAMLRequest')) return 'SAML request'
  if (parameters.has('SAMLResponse') || parameters.has('SAMLart')) return 'SAML response'
  const action = parameters.get('wa') ?? ''
  if (/^wsignin1\.0$/i.test(action))
    return parameters.has('wresult') ? 'WS-Federation response' : 'WS-Federation request'
  return sendsPassword(exchange, formOf(exchange)) ? 'password sign-in' : undefined
}

function sendsPassword({ request }: RecordedExchange, form: Parameters): boolean {
  if (request.method !== 'POST' || form.has('grant_type')) return false
  const names = [...form.keys(), ...Object.keys(parseJsonObject(request.body) ?? {})]
  return names.some((name) => PASSWORD_NAME.test(name))
}

/** The names of the protocols that a login uses besides OAuth. */
export function protocolsOf(kinds: Iterable<string>): readonly string[] {
  const found = new Set(kinds)
  const has = (...names: OtherKind[]) => names.some((name) => found.has(name))
  return [
    ...(has('SAML request', 'SAML response') ? ['SAML 2.0'] : []),
    ...(has('WS-Federation request', 'WS-Federation response') ? ['WS-Federation'] : []),
    ...(has('password sign-in') ? ['a password sent to an API'] : []),
  ]
}
