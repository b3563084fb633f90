/** What every part of one authorization server works with: its configuration, its memory, its environment. */
import type { HttpRequest } from '../../http/index.ts'
import type { Environment } from '../environment.ts'
import type { ResolvedConfig } from './config.ts'
import type { Store } from './store.ts'

/** One running authorization server, seen from inside. Always the last parameter. */
export interface ServerContext {
  readonly config: ResolvedConfig
  readonly store: Store
  readonly environment: Environment
}

/** The address by which clients know the target of a request: its path at the host of the issuer, or of an alias (RFC 8705 §5). */
export function publicUrl({ url }: HttpRequest, { issuer, mtls_endpoint_aliases }: ResolvedConfig): string {
  const { origin, pathname } = new URL(url)
  const isAlias = Object.values(mtls_endpoint_aliases).some((alias) => new URL(alias).origin === origin)
  // Behind a proxy the host of the request is not that of the issuer.
  return (isAlias ? origin : new URL(issuer).origin) + pathname
}

/** The absolute URL of an endpoint, by its usual path. The issuer's own path and trailing slash are respected. */
export function endpointUrl({ issuer, endpoint_paths }: ResolvedConfig, path: string): string {
  return issuer.replace(/\/$/, '') + (endpoint_paths[path] ?? path)
}
