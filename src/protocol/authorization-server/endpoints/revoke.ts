/** `POST /revoke`: a client gives a token back (RFC 7009). */
import type { HttpResponse } from '../../../http/index.ts'
import { offeredAssertionAlgorithms } from '../../checks/client-authentication/client-assertion.ts'
import { authenticateClient, offeredMethods } from '../../checks/client-authentication/index.ts'
import { noStore } from '../../errors.ts'
import { readForm, requireParameter } from '../../parameters.ts'
import type { Client } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import { revokeAccessToken } from '../../tokens/access-token.ts'
import { revokeGrant } from '../../tokens/grant.ts'
import { accept, refuse } from '../../verdict.ts'
import type { Endpoint } from './endpoint.ts'

const done: HttpResponse = { status: 200, headers: noStore, body: '' }

/**
 * The revocation endpoint. A token that is not valid is answered with 200 (§2.2): the client could do nothing about an error,
 * and what it wanted is so. Another client's token is refused (§2.1).
 */
export const revoke: Endpoint = {
  path: '/revoke',
  methods: ['POST'],
  audience: 'client',
  cors: 'clients',
  metadata: (url, config) => ({
    revocation_endpoint: url,
    revocation_endpoint_auth_methods_supported: offeredMethods(config),
    revocation_endpoint_auth_signing_alg_values_supported: offeredAssertionAlgorithms(config),
  }),

  async handle(request, context) {
    const { environment } = context
    const parameters = readForm(request, environment)
    const client = await authenticateClient({ request, parameters }, context)
    // The hint is ignored: the server can tell its tokens apart (§2.1).
    revokeToken(requireParameter(parameters, 'token', 'RFC 7009 §2.1', environment), client, context)
    return done
  },
}

/**
 * Revokes a client's own token. A refresh token takes its grant along, access tokens and all: §2.1 says that a server SHOULD,
 * where it can revoke access tokens. Throws `invalid_grant`, the code of RFC 6749 §5.2 for what was issued to another client.
 */
function revokeToken(value: string, client: Client, context: ServerContext): void {
  const { store, environment } = context
  const rule = { rule: 'revocation', clause: 'RFC 7009 §2.1' }
  const refreshToken = store.refreshTokens.get(value)
  const accessToken = store.findAccessToken(value)
  const owner = (refreshToken ?? accessToken)?.clientId
  if (owner === undefined) {
    accept(
      { rule: 'revocation', clause: 'RFC 7009 §2.2' },
      'The token is unknown, so it is not valid: done.',
      environment,
    )
    return
  }
  if (owner !== client.client_id) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: 'The token was issued to another client and is left alone.',
        sent: client.client_id,
        expected: owner,
        fix: 'Revoke a token with the client that it was issued to.',
      },
      environment,
    )
  }
  accept(rule, 'The token belongs to the client and is revoked.', environment)
  if (refreshToken !== undefined) revokeGrant(refreshToken.grantId, 'revoked by the client', context)
  if (accessToken !== undefined) revokeAccessToken(accessToken, 'revoked by the client', context)
}
