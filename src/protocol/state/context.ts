/** What every part of one authorization server works with: its configuration, its memory, its environment. */
import type { Environment } from '../environment.ts'
import type { ResolvedConfig } from './config.ts'
import type { Store } from './store.ts'

/** One running authorization server, seen from inside. Always the last parameter. */
export interface ServerContext {
  readonly config: ResolvedConfig
  readonly store: Store
  readonly environment: Environment
}

/** The absolute URL of an endpoint, by its usual path. The issuer's own path and trailing slash are respected. */
export function endpointUrl({ issuer, endpoint_paths }: ResolvedConfig, path: string): string {
  return issuer.replace(/\/$/, '') + (endpoint_paths[path] ?? path)
}
