/** Client authentication: who calls the token, revocation and introspection endpoints (RFC 6749 §2.3). */
import { header } from '../../../http/index.ts'
import { ProtocolError } from '../../errors.ts'
import type { Client, ClientAuthenticationMethod, ResolvedConfig } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import { accept, refuse } from '../../verdict.ts'
import { findClient } from '../client-id-metadata-document.ts'
import { clientSecretBasic } from './client-secret-basic.ts'
import { clientSecretJwt } from './client-secret-jwt.ts'
import { clientSecretPost } from './client-secret-post.ts'
import type { AuthenticationMethod, Presented } from './method.ts'
import { selfSignedTlsClientAuth, tlsClientAuth } from './mutual-tls.ts'
import { none } from './none.ts'
import { privateKeyJwt } from './private-key-jwt.ts'

/** The ways that prove something. The discovery document and the dispatch derive from the list. */
const provingMethods: readonly AuthenticationMethod[] = [
  clientSecretBasic,
  clientSecretPost,
  clientSecretJwt,
  privateKeyJwt,
  tlsClientAuth,
  selfSignedTlsClientAuth,
]

/**
 * The ways that this server names in its metadata; `none` last, since its `client_id` accompanies the others too. What needs a
 * secret that both sides can read is there only where a configured client is registered for it.
 */
export function offeredMethods({ clients }: Pick<ResolvedConfig, 'clients'>): ClientAuthenticationMethod[] {
  const isAsked = (name: string) => clients.some((client) => client.token_endpoint_auth_method === name)
  const names = [...provingMethods, none].map(({ name }) => name)
  return names.filter((name) => name !== 'client_secret_jwt' || isAsked(name))
}

/**
 * Authenticates the client of a request, by the method that it registered (RFC 7591 §2) and, as a policy, by that one alone.
 *
 * Throws `invalid_client`, with `WWW-Authenticate: Basic` when an Authorization header was used (RFC 6749 §5.2), and
 * `invalid_request` when the request uses more than one method (§2.3).
 */
export async function authenticateClient(presented: Presented, context: ServerContext): Promise<Client> {
  try {
    return await authenticate(presented, context)
  } catch (error) {
    const usedHeader = header(presented.request, 'authorization') !== undefined
    if (!(error instanceof ProtocolError) || error.code !== 'invalid_client' || !usedHeader) throw error
    throw new ProtocolError('invalid_client', error.message, {
      headers: [['www-authenticate', `Basic realm="${context.config.issuer}", charset="UTF-8"`]],
    })
  }
}

async function authenticate(presented: Presented, context: ServerContext): Promise<Client> {
  const { environment } = context
  const rule = { rule: 'client', clause: 'RFC 6749 §2.3' }
  const method = usedMethod(presented, context)
  const clientId = method.claimedClientId(presented, context)

  const stated = presented.parameters.get('client_id')
  if (stated !== undefined && stated !== clientId) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'The client_id in the body is not the one that the credentials name.',
        sent: stated,
        expected: clientId,
        fix: 'Leave client_id out, or send the same one.',
      },
      environment,
    )
  }
  const client = await findClient(clientId, 'invalid_client', context)
  if (client === undefined) {
    throw refuse(
      rule,
      {
        code: 'invalid_client',
        message: 'The client is unknown.',
        sent: clientId,
        fix: 'Check the client_id, and that this issuer is the one where the client is registered.',
      },
      environment,
    )
  }
  if (client.token_endpoint_auth_method !== method.name) {
    throw refuse(
      // To prove oneself in another way than agreed is the operator’s rule; a client with credentials that proves nothing breaks the standard’s.
      { rule: 'client_authentication_method', clause: method.name === 'none' ? 'RFC 6749 §3.2.1' : 'policy' },
      {
        code: 'invalid_client',
        message: `The client is registered for ${client.token_endpoint_auth_method} and used ${method.name}.`,
        sent: method.name,
        expected: client.token_endpoint_auth_method,
        fix: `Authenticate with ${client.token_endpoint_auth_method}, or change token_endpoint_auth_method in the registration.`,
      },
      environment,
    )
  }
  accept(
    { rule: 'client_authentication_method', clause: 'policy' },
    `The client uses the method that it registered, ${method.name}.`,
    environment,
  )
  await method.verify(presented, client, context)
  return client
}

function usedMethod(presented: Presented, context: ServerContext): AuthenticationMethod {
  const { environment } = context
  const rule = { rule: 'client', clause: 'RFC 6749 §2.3' }
  const used = provingMethods.filter((method) => method.isUsed(presented, context))
  if (used.length > 1) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: `A client must not use more than one authentication method; the request uses ${used.map(({ name }) => name).join(' and ')}.`,
        fix: 'Send one kind of credentials.',
      },
      environment,
    )
  }
  const method = used[0] ?? (none.isUsed(presented, context) ? none : undefined)
  if (method === undefined) {
    throw refuse(
      rule,
      {
        code: 'invalid_client',
        message: 'The request says nothing about the client: no credentials and no client_id.',
        fix: 'Authenticate as registered; a public client sends its client_id.',
      },
      environment,
    )
  }
  return method
}
