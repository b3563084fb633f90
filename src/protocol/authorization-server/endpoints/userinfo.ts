/** `/userinfo`: claims about the person, for an access token with `openid` (OpenID Connect Core §5.3). */
import { type HttpRequest, type HttpResponse, json } from '../../../http/index.ts'
import type { JsonObject } from '../../../lib/json.ts'
import { presentedScheme, readAccessToken } from '../../bearer-token.ts'
import { anonymousResponse, type TokenScheme } from '../../challenge.ts'
import { withDpopNonce } from '../../checks/dpop-nonce.ts'
import { checkTokenBinding } from '../../checks/token-binding.ts'
import { createEnforce, type Enforce, enforcePresent } from '../../enforce.ts'
import { noStore } from '../../errors.ts'
import { publicUrl, type ServerContext } from '../../state/context.ts'
import type { AccessToken } from '../../state/records.ts'
import { encryptionOf, signingAlgorithm } from '../../state/response-protection.ts'
import { claimsByScope, releasedClaims } from '../../tokens/claims.ts'
import { encryptFor, protect } from '../../tokens/protected-response.ts'
import type { Endpoint } from './endpoint.ts'

/** The UserInfo endpoint: a protected resource like any other (OpenID Connect Core §5.3), so its refusals are those of RFC 6750. */
export const userinfo: Endpoint = {
  path: '/userinfo',
  methods: ['GET', 'POST'],
  audience: 'client',
  cors: 'clients',
  metadata: (url) => ({
    userinfo_endpoint: url,
    claims_supported: ['sub', ...Object.values(claimsByScope).flat()],
  }),

  handle: (request, context) => withDpopNonce(() => answer(request, context), context),
}

async function answer(request: HttpRequest, context: ServerContext): Promise<HttpResponse> {
  const { config, environment, store } = context
  const enforce = createEnforce(environment.note, config.issuer, presentedScheme(request))
  const presented = readAccessToken(request, enforce)
  if (presented === undefined) return anonymousResponse(config.issuer, takenSchemes(context))
  const token = checkAccessToken(presented.value, enforce, context)
  const { confirmation } = token
  const demands = {
    url: publicUrl(request, config),
    memory: store.dpop,
    nonce: config.policy.dpopNonce,
    now: environment.now(),
  }
  await checkTokenBinding({ request, presented, confirmation, demands }, enforce)
  enforce(
    {
      rule: 'scope',
      clause: 'OpenID Connect Core §5.3.1',
      holds: token.scope.includes('openid'),
      success: 'The token has the scope openid.',
      failure: 'The UserInfo endpoint needs an access token with the scope openid.',
      sent: token.scope.join(' '),
      expected: 'openid',
      fix: 'Ask for openid in the authorization request.',
    },
    { code: 'insufficient_scope', parameters: { scope: 'openid' } },
  )
  const user = enforcePresent(
    config.users.find((user) => user.sub === token.sub),
    {
      rule: 'subject',
      clause: 'OpenID Connect Core §5.3.2',
      success: 'The token speaks for a person.',
      failure: 'The token does not speak for a person whom the server knows.',
      fix: 'Use a token that came from a sign-in.',
    },
    enforce,
  )
  return respond(releasedClaims(user, token.scope), token.clientId, context)
}

/** The claims as JSON, or as the JWT that the client registered (OpenID Connect Core §5.3.2). */
async function respond(claims: JsonObject, clientId: string, context: ServerContext): Promise<HttpResponse> {
  const client = context.store.clients.get(clientId)
  const asJwt = (body: string) => ({
    status: 200,
    headers: [['content-type', 'application/jwt'] as const, ...noStore],
    body,
  })
  if (signingAlgorithm(client, 'userinfo') !== undefined) {
    const named = { ...claims, iss: context.config.issuer, aud: clientId }
    return asJwt(await protect({ response: 'userinfo', clientId, claims: named, typ: undefined }, context))
  }
  if (client === undefined || encryptionOf(client, 'userinfo') === undefined) return json(200, claims, noStore)
  return asJwt(await encryptFor(client, { response: 'userinfo', text: JSON.stringify(claims) }, context))
}

/** The schemes that a request without a token hears of: DPoP too, where a client is registered for it or nonces are asked for. */
function takenSchemes({ config, store }: ServerContext): TokenScheme[] {
  if (config.policy.dpopNonce === 'required') return ['Bearer', 'DPoP']
  const isDpopUsed = [...store.clients.values()].some((client) => client.dpop_bound_access_tokens === true)
  return isDpopUsed ? ['Bearer', 'DPoP'] : ['Bearer']
}

/** The live access token of a bearer value. `invalid_token`, and the description says why (RFC 6750 §3.1). */
function checkAccessToken(value: string, enforce: Enforce, { store, environment }: ServerContext): AccessToken {
  const now = environment.now()
  const clause = 'RFC 6750 §3.1'
  const token = enforcePresent(
    store.findAccessToken(value),
    {
      rule: 'access_token',
      clause,
      success: 'The server issued this access token.',
      failure: 'The server issued no such access token. An ID Token or a refresh token is none.',
      fix: 'Send the access_token of the token response, unchanged.',
    },
    enforce,
  )
  enforce({
    rule: 'access_token_revoked',
    clause,
    holds: token.status === 'live',
    success: 'The access token is not revoked.',
    failure: `The access token was revoked: ${token.reason ?? 'no reason given'}.`,
    fix: 'Send the person through a new authorization request.',
  })
  enforce({
    rule: 'access_token_expiry',
    clause,
    holds: now < token.expiresAt,
    success: 'The access token has not expired.',
    failure: `The access token expired ${now - token.expiresAt} seconds ago.`,
    sent: `now ${now}`,
    expected: `before ${token.expiresAt}`,
    fix: 'Refresh it.',
  })
  return token
}
