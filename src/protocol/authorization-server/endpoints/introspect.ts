/** `POST /introspect`: a resource server asks what a token is worth (RFC 7662). */
import { type HttpRequest, header, json } from '../../../http/index.ts'
import type { Json } from '../../../lib/json.ts'
import { offeredAssertionAlgorithms } from '../../checks/client-authentication/client-assertion.ts'
import { authenticateClient, offeredMethods } from '../../checks/client-authentication/index.ts'
import { noStore } from '../../errors.ts'
import { readForm, requireParameter } from '../../parameters.ts'
import type { Client } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import { accessTokenClaims } from '../../tokens/access-token.ts'
import { protect } from '../../tokens/protected-response.ts'
import { accept, refuse } from '../../verdict.ts'
import type { Endpoint } from './endpoint.ts'

/** The media type of an answer that is a JWT (RFC 9701 §5). */
const jwtType = 'application/token-introspection+jwt'

/** The introspection endpoint: for confidential clients, so that nobody fishes for tokens (§2.1, §4). */
export const introspect: Endpoint = {
  path: '/introspect',
  methods: ['POST'],
  audience: 'client',
  cors: 'none',
  metadata: (url, config) => ({
    introspection_endpoint: url,
    introspection_endpoint_auth_methods_supported: offeredMethods(config).filter((name) => name !== 'none'),
    introspection_endpoint_auth_signing_alg_values_supported: offeredAssertionAlgorithms(config),
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
    const answer = describe(value, client, context)
    if (!wantsJwt(request) || client.introspection_signed_response_alg === undefined) return json(200, answer, noStore)
    return { status: 200, headers: [['content-type', jwtType], ...noStore], body: await toJwt(answer, client, context) }
  },
}

/** Whether the caller would have its answer as a JWT (RFC 9701 §4). */
function wantsJwt(request: HttpRequest): boolean {
  const accepted = (header(request, 'accept') ?? '')
    .split(',')
    .map((range) => range.split(';')[0]?.trim().toLowerCase())
  return accepted.includes(jwtType)
}

/** The answer in a JWT for the caller alone: no `sub` and no `exp` of its own, so that nobody takes it for a token (RFC 9701 §5, §8.1). */
function toJwt(answer: Json, { client_id: aud, client_id: clientId }: Client, context: ServerContext): Promise<string> {
  const claims = { iss: context.config.issuer, aud, iat: context.environment.now(), token_introspection: answer }
  return protect({ response: 'introspection', clientId, claims, typ: 'token-introspection+jwt' }, context)
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
