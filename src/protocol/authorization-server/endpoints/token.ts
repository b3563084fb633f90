/** `POST /token`: credentials and a grant become tokens (RFC 6749 §3.2, §5). */
import { json } from '../../../http/index.ts'
import { authenticateClient, authenticationMethods } from '../../checks/client-authentication/index.ts'
import { assertionAlgorithms } from '../../checks/client-authentication/private-key-jwt.ts'
import { checkGrantType } from '../../checks/grant-type.ts'
import { noStore } from '../../errors.ts'
import { checkRepetition, firstValues, readFormBody, requireParameter, valuesOf } from '../../parameters.ts'
import { refuse } from '../../verdict.ts'
import { offeredGrants } from '../grants/index.ts'
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
      ...(config.policy.implicit === 'off' ? [] : ['implicit']),
    ],
    token_endpoint_auth_methods_supported: authenticationMethods.map((method) => method.name),
    token_endpoint_auth_signing_alg_values_supported: [...assertionAlgorithms],
  }),

  async handle(request, context) {
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
    return json(200, await grant.handle({ client, parameters: declared, resources, audiences }, context), noStore)
  },
}
