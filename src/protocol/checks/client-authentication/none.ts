/** `none`: a public client says who it is and proves nothing (RFC 6749 §2.1, §3.2.1). PKCE binds its codes instead. */
import { accept } from '../../verdict.ts'
import type { AuthenticationMethod } from './method.ts'

/** Identification by `client_id` alone, of clients that cannot keep a secret. */
export const none: AuthenticationMethod = {
  name: 'none',
  // What is left when there are no credentials: index.ts asks it last.
  isUsed: ({ parameters }) => parameters.has('client_id'),
  claimedClientId: ({ parameters }) => parameters.get('client_id') ?? '',
  verify(_presented, client, { environment }) {
    accept(
      { rule: 'client', clause: 'RFC 6749 §3.2.1' },
      `${client.client_id} is a public client and identifies itself.`,
      environment,
    )
  },
}
