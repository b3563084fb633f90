/** A grant: what was allowed to a client. Every code and token hangs on one, and ends with it. */
import type { ServerContext } from '../state/context.ts'
import type { Grant } from '../state/records.ts'

/** Records what a person, or the client's own credentials, allowed. */
export function issueGrant(
  allowed: Omit<Grant, 'id' | 'issuedAt' | 'revoked'>,
  { store, environment }: ServerContext,
): Grant {
  const grant = { id: store.nextId('grant'), ...allowed, issuedAt: environment.now() }
  store.saveGrant(grant)
  environment.note({ type: 'lifecycle', artifact: 'grant', id: grant.id, change: 'issued' })
  return grant
}

/** Ends a grant with every code and token that came from it. Notes each one that was live until now. */
export function revokeGrant(id: string, reason: string, { store, environment }: ServerContext): void {
  const wasLive = store.grants.get(id)?.revoked === undefined
  const revoked = store.revokeGrant(id, reason, environment.now())
  const note = (artifact: string, id: string) =>
    environment.note({ type: 'lifecycle', artifact, id, change: 'revoked', reason })
  if (wasLive) note('grant', id)
  for (const code of revoked.codes) note('authorization_code', code.id)
  for (const token of revoked.refreshTokens) note('refresh_token', token.id)
  for (const token of revoked.accessTokens) note('access_token', token.jti)
}
