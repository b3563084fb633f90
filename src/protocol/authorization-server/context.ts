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

/** The absolute URL of a path beneath the issuer, whose own path and trailing slash it respects. */
export function issuerUrl(issuer: string, path: string): string {
  return issuer.replace(/\/$/, '') + path
}
