/** The endpoints that metadata in a recording name, by what they are for (RFC 8414 §2, OpenID Connect Discovery §3). */
import { answerOf, pageOf } from './fields.ts'
import type { RecordedExchange } from './reading/har-entry.ts'

/** What an endpoint that metadata name is for. */
export type EndpointKind =
  | 'token request'
  | 'registration'
  | 'device authorization'
  | 'introspection'
  | 'revocation'
  | 'user info'
  | 'logout'

const MEMBERS: readonly (readonly [member: string, kind: EndpointKind])[] = [
  ['token_endpoint', 'token request'],
  ['registration_endpoint', 'registration'],
  ['device_authorization_endpoint', 'device authorization'],
  ['introspection_endpoint', 'introspection'],
  ['revocation_endpoint', 'revocation'],
  ['userinfo_endpoint', 'user info'],
  ['end_session_endpoint', 'logout'],
]

/** Well-known addresses: of an authorization server, and of a protected resource. */
const WELL_KNOWN = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?:\/|$)/
const RESOURCE_WELL_KNOWN = /\/\.well-known\/oauth-protected-resource(?:\/|$)/

/** What an address of metadata is; `undefined` for any other. */
export function metadataKind(path: string): 'discovery' | 'resource metadata' | undefined {
  if (WELL_KNOWN.test(path)) return 'discovery'
  return RESOURCE_WELL_KNOWN.test(path) ? 'resource metadata' : undefined
}

/** Kinds by address, without queries. */
export function namedEndpoints(recorded: readonly RecordedExchange[]): ReadonlyMap<string, EndpointKind> {
  const named = new Map<string, EndpointKind>()
  for (const exchange of recorded) {
    if (metadataKind(new URL(exchange.request.url).pathname) !== 'discovery') continue
    const metadata = answerOf(exchange)
    for (const [member, kind] of MEMBERS) {
      const address = metadata[member]
      if (typeof address === 'string' && URL.canParse(address)) named.set(pageOf(address), kind)
    }
  }
  return named
}
