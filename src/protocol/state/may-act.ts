/** Who may act next for the person of a grant: what its tokens say as `may_act` (RFC 8693 §4.4). */
import type { ServerContext } from './context.ts'
import type { Grant } from './records.ts'

/** Whom the person names; after an exchange, whom the client that made it passes on to, where its registration says so. */
export function mayActOf(
  grant: Pick<Grant, 'authentication' | 'exchange' | 'clientId'> | undefined,
  { config, store }: Pick<ServerContext, 'config' | 'store'>,
): Readonly<Record<string, string>> | undefined {
  const next = grant?.exchange && store.clients.get(grant.clientId)?.may_act
  return next ?? config.users.find((user) => user.sub === grant?.authentication?.sub)?.may_act
}
