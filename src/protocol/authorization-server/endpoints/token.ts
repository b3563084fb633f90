/** `POST /token`: credentials and a grant become tokens (RFC 6749 §3.2, §5). */
import { type HttpRequest, type HttpResponse, json } from '../../../http/index.ts'
import { offeredAssertionAlgorithms } from '../../checks/client-authentication/client-assertion.ts'
import { authenticateClient, offeredMethods } from '../../checks/client-authentication/index.ts'
import { withDpopNonce } from '../../checks/dpop-nonce.ts'
import { checkGrantType } from '../../checks/grant-type.ts'
import { checkSenderConstraint } from '../../checks/sender-constraint.ts'
import { noStore } from '../../errors.ts'
import { signatureAlgorithms } from '../../keys.ts'
import { checkRepetition, firstValues, readFormBody, requireParameter, valuesOf } from '../../parameters.ts'
import type { ServerContext } from '../../state/context.ts'
import { idJagType } from '../../token-types.ts'
import { refuse } from '../../verdict.ts'
import { offeredGrants } from '../grants/index.ts'
import { offeredResponseTypes } from '../response-types/index.ts'
import type { Endpoint } from './endpoint.ts'

/** The token endpoint. */
export const token: Endpoint = {
  path: '/token',
  methods: ['POST'],
  audience: 'client',
  cors: 'clients',
  metadata: (url, config) => ({
    token_endpoint: url,
    // Not every grant comes here: the implicit one is answered by the authorization endpoint (RFC 8414 §2).
    grant_types_supported: [
      ...offeredGrants(config).map((grant) => grant.grantType),
      ...(offeredResponseTypes(config).some(({ grantTypes }) => grantTypes.includes('implicit')) ? ['implicit'] : []),
    ],
    token_endpoint_auth_methods_supported: offeredMethods(config),
    token_endpoint_auth_signing_alg_values_supported: offeredAssertionAlgorithms(config),
    dpop_signing_alg_values_supported: [...signatureAlgorithms],
    tls_client_certificate_bound_access_tokens: true,
    ...(config.resource_authorization_servers.length > 0 && {
      identity_chaining_requested_token_types_supported: [idJagType],
    }),
    ...(config.trusted_issuers.some(({ profile }) => profile === 'id-jag') && {
      authorization_grant_profiles_supported: ['urn:ietf:params:oauth:grant-profile:id-jag'],
    }),
  }),

  handle: (request, context) => withDpopNonce(() => answer(request, context), context),
}

async function answer(request: HttpRequest, context: ServerContext): Promise<HttpResponse> {
  const { environment } = context
  const fields = readFormBody(request, environment)
  const parameters = firstValues(fields)
  const grants = offeredGrants(context.config)
  const { repeatable = [] } = grants.find((grant) => grant.grantType === parameters.get('grant_type')) ?? {}
  checkRepetition(fields, environment, ['resource', ...repeatable])
  const client = await authenticateClient({ request, parameters }, context)
  const grantType = requireParameter(parameters, 'grant_type', 'RFC 6749 §5.2', environment)
  const grant = grants.find((grant) => grant.grantType === grantType)
  if (grant === undefined) {
    throw refuse(
      { rule: 'grant_type', clause: 'RFC 6749 §5.2' },
      {
        code: 'unsupported_grant_type',
        message: `The server does not support the grant type ${grantType}.`,
        sent: grantType,
        expected: grants.map((grant) => grant.grantType).join(' '),
        fix: 'Use a value of grant_types_supported in the discovery document.',
      },
      environment,
    )
  }
  checkGrantType(grantType, client, environment)
  const declared = new Map([...parameters].filter(([name]) => grant.parameters.includes(name)))
  const resources = valuesOf(fields, 'resource')
  const audiences = valuesOf(fields, 'audience')
  const confirmation = await checkSenderConstraint(request, client, context)
  const granted = { client, parameters: declared, resources, audiences, confirmation }
  return json(200, await grant.handle(granted, context), noStore)
}
