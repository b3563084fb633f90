/** `POST /register`: a client registers itself (RFC 7591 §3). */
import { type HttpRequest, type HttpResponse, json, mediaType } from '../../../http/index.ts'
import type { Json } from '../../../lib/json.ts'
import { readBearerToken } from '../../bearer-token.ts'
import { anonymousResponse } from '../../challenge.ts'
import { offeredMethods } from '../../checks/client-authentication/index.ts'
import { checkClientMetadata } from '../../checks/client-metadata.ts'
import { createEnforce } from '../../enforce.ts'
import { type Environment, randomToken } from '../../environment.ts'
import { noStore } from '../../errors.ts'
import { isSameSecret } from '../../same-secret.ts'
import { type ClientMetadata, type ResolvedConfig, resolveClient } from '../../state/config.ts'
import { offeredProtection } from '../../state/response-protection.ts'
import { refuse } from '../../verdict.ts'
import { offeredGrants } from '../grants/index.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * The registration endpoint, for whoever holds the initial access token, or open where the configuration has none (§3). No
 * CORS: whoever holds that token is a developer portal or a command line, never a page.
 */
export const register: Endpoint = {
  path: '/register',
  methods: ['POST'],
  audience: 'client',
  cors: 'none',
  isOffered: (config) => config.registration !== undefined,
  metadata: (url) => ({ registration_endpoint: url }),

  handle(request, { config, store, environment }) {
    const wanted = config.registration?.initial_access_token
    if (wanted !== undefined) {
      const enforce = createEnforce(environment.note, config.issuer)
      const sent = readBearerToken(request, enforce)
      if (sent === undefined) return refuseUnannounced(config, environment)
      enforce({
        rule: 'initial_access_token',
        clause: 'RFC 7591 §3',
        holds: isSameSecret(sent, wanted),
        success: 'The initial access token is right.',
        failure: 'The initial access token is wrong.',
        fix: 'Ask the operator of the server for one.',
      })
    }
    const limits = {
      grantTypes: offeredGrants(config).map((grant) => grant.grantType),
      scopes: config.scopes,
      authenticationMethods: offeredMethods(config),
      authorizationDetailsTypes: config.authorization_details_types,
      protection: offeredProtection(
        config,
        environment.keys.map(({ alg }) => alg),
      ),
    }
    const requested = checkClientMetadata(readJson(request, environment), limits, environment)
    const usesSecret = requested.token_endpoint_auth_method.startsWith('client_secret_')
    const metadata: ClientMetadata = {
      ...requested,
      client_id: `client-${randomToken(environment, 'client_id').slice(0, 22)}`,
      ...(usesSecret && { client_secret: randomToken(environment, 'client_secret') }),
    }
    const client = resolveClient(metadata)
    store.saveClient(client)
    environment.note({ type: 'lifecycle', artifact: 'client', id: client.client_id, change: 'issued' })
    // The only response that ever carries the secret (§3.2.1); zero means that it does not expire.
    const issued = { client_id_issued_at: environment.now(), ...(usesSecret && { client_secret_expires_at: 0 }) }
    return json(201, { ...client, ...issued }, noStore)
  },
}

/** A request without a token is wrong about nothing, so the challenge names no error (RFC 6750 §3.1). */
function refuseUnannounced({ issuer }: ResolvedConfig, environment: Environment): HttpResponse {
  environment.note({
    type: 'check',
    rule: 'initial_access_token',
    clause: 'RFC 7591 §3',
    passed: false,
    message: 'Registration is for whoever holds an initial access token, and the request has none.',
    expected: 'Authorization: Bearer <initial access token>',
    fix: 'Ask the operator of the server for one, or identify the client in another way.',
  })
  return anonymousResponse(issuer)
}

function readJson(request: HttpRequest, environment: Environment): Json {
  try {
    if (mediaType(request) === 'application/json') return JSON.parse(request.body) as Json
  } catch {
    // Falls through to the refusal: what cannot be parsed is no JSON.
  }
  throw refuse(
    { rule: 'json_body', clause: 'RFC 7591 §3.1' },
    {
      code: 'invalid_client_metadata',
      message: 'The body must be JSON and say so in its content type.',
      sent: mediaType(request),
      expected: 'application/json',
      fix: 'Send the client metadata as a JSON object.',
    },
    environment,
  )
}
