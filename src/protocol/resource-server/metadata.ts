/** What a protected resource publishes of itself: whose tokens it takes, and how (RFC 9728). */
import type { Json } from '../../lib/json.ts'
import { signatureAlgorithms } from '../keys.ts'
import type { ResourceServerConfig } from './config.ts'

const WELL_KNOWN = '/.well-known/oauth-protected-resource'

/**
 * Where the metadata of a resource are: the well-known path goes between its host and its path (RFC 9728 §3.1). Two resources of one
 * host so have a document each. `undefined` for an identifier that is no http(s) URL.
 */
export function protectedResourceUrl(resource: string): string | undefined {
  if (!URL.canParse(resource)) return undefined
  const { protocol, origin, pathname, search } = new URL(resource)
  if (!/^https?:$/.test(protocol)) return undefined
  // Only the slash that follows the host is dropped.
  return `${origin}${WELL_KNOWN}${pathname === '/' ? '' : pathname}${search}`
}

/**
 * The document (RFC 9728 §2). `resource` is the identifier as it was configured: clients compare it (RFC 9728 §3.3). A list without
 * elements is left out (RFC 9728 §3.2), save `bearer_methods_supported`, where it says that no bearer token is taken (§2).
 */
export function describeProtectedResource(config: ResourceServerConfig): Readonly<Record<string, Json>> {
  const { resource, issuer, routes, metadata = {}, dpop_bound_access_tokens_required: isBound = false } = config
  const { authorization_servers = [issuer], scopes_supported, ...further } = metadata
  const scopes = new Set(routes.flatMap(({ scope }) => scope.split(' ').filter((token) => token !== '')))
  const members = {
    resource,
    authorization_servers: [...authorization_servers],
    scopes_supported: [...(scopes_supported ?? scopes)],
    bearer_methods_supported: ['header', 'body'],
    dpop_signing_alg_values_supported: [...signatureAlgorithms],
    dpop_bound_access_tokens_required: isBound,
  }
  const all = { ...members, ...further, resource }
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0
  return Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) => value !== undefined && (name === 'bearer_methods_supported' || !isEmpty(value)),
    ),
  ) as Readonly<Record<string, Json>>
}
