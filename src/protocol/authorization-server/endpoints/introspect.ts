/** `POST /introspect`: a resource server asks what a token is worth (RFC 7662). */
import { json } from '../../../http/index.ts'
import type { Json } from '../../../lib/json.ts'
import { authenticateClient, authenticationMethods } from '../../checks/client-authentication/index.ts'
import { noStore } from '../../errors.ts'
import { readForm, requireParameter } from '../../parameters.ts'
import type { Client } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import { accessTokenClaims } from '../../tokens/access-token.ts'
import { accept, refuse } from '../../verdict.ts'
import type { Endpoint } from './endpoint.ts'

/** The introspection endpoint: for confidential clients, so that nobody fishes for tokens (§2.1, §4). */
export const introspect: Endpoint = {
  path: '/introspect',
  methods: ['POST'],
  audience: 'client',
  cors: 'none',
  metadata: (url) => ({
    introspection_endpoint: url,
    introspection_endpoint_auth_methods_supported: authenticationMethods
      .map((method) => method.name)
      .filter((name) => name !== 'none'),
  }),

  async handle(request, context) {
    const { environment } = context
    const parameters = readForm(request, environment)
    const client = await authenticateClient({ request, parameters }, context)
    if (client.token_endpoint_auth_method === 'none') {
      throw refuse(
        { rule: 'confidential_client', clause: 'RFC 7662 §2.1' },
        {
          code: 'invalid_client',
          message: 'Introspection asks the caller to authenticate, which a public client cannot.',
          fix: 'Register the resource server as a client with a secret.',
        },
        environment,
      )
    }
    const value = requireParameter(parameters, 'token', 'RFC 7662 §2.1', environment)
    return json(200, describe(value, client, context), noStore)
  },
}

/** What a token is worth now. Whatever is not active is just that: why is nobody's business (§2.2). */
function describe(value: string, client: Client, context: ServerContext): Json {
  const { store, environment, config } = context
  const now = environment.now()
  const rule = { rule: 'introspection', clause: 'RFC 7662 §2.2' }
  const accessToken = store.findAccessToken(value)
  if (accessToken?.status === 'live' && now < accessToken.expiresAt) {
    accept(rule, 'The access token is active.', environment)
    const username = config.users.find((user) => user.sub === accessToken.sub)?.username
    return {
      active: true,
      token_type: accessToken.confirmation?.jkt === undefined ? 'Bearer' : 'DPoP',
      ...accessTokenClaims(accessToken, context),
      ...(username !== undefined && { username }),
    }
  }
  const refreshToken = store.refreshTokens.get(value)
  const isOwn = refreshToken?.clientId === client.client_id
  if (refreshToken?.status === 'live' && now < refreshToken.expiresAt && isOwn) {
    accept(rule, 'The refresh token is active; only its own client is told.', environment)
    const { clientId, expiresAt, issuedAt, confirmation } = refreshToken
    const described = { active: true, client_id: clientId, exp: expiresAt, iat: issuedAt, iss: config.issuer }
    return { ...described, ...(confirmation && { cnf: { ...confirmation } }) }
  }
  refuse(
    rule,
    {
      code: 'invalid_token',
      message: 'The token is not active: unknown, expired, revoked, or not for the caller to know.',
      fix: 'Refuse the request with 401 invalid_token.',
    },
    environment,
  )
  return { active: false }
}
