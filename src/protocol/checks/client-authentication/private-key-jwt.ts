/** `private_key_jwt`: the client signs an assertion with its own key (RFC 7523 §2.2, §3). */
import { createLocalJWKSet, decodeJwt, type JWK, type JWTPayload, jwtVerify } from 'jose'
import type { Environment } from '../../environment.ts'
import { signatureAlgorithms } from '../../keys.ts'
import { endpointUrl, type ServerContext } from '../../state/context.ts'
import { accept, refuse } from '../../verdict.ts'
import type { AuthenticationMethod, Presented } from './method.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const rule = { rule: 'client_assertion', clause: 'RFC 7523 §3' }

/** Signature algorithms of assertions. */
export const assertionAlgorithms = [...signatureAlgorithms]

/** How far a client's clock may be off, in seconds. Policy: RFC 7523 leaves it open. */
const leewaySeconds = 10

/** A JWT that the client signed for this server, usable once. */
export const privateKeyJwt: AuthenticationMethod = {
  name: 'private_key_jwt',
  isUsed: ({ parameters }) => parameters.has('client_assertion') || parameters.has('client_assertion_type'),

  claimedClientId({ parameters }, { environment }) {
    if (parameters.get('client_assertion_type') !== assertionType) {
      throw refuse(
        rule,
        {
          code: 'invalid_client',
          message: 'The client_assertion_type is not that of a JWT.',
          sent: parameters.get('client_assertion_type') ?? '',
          expected: assertionType,
          fix: `Send client_assertion_type=${assertionType}.`,
        },
        environment,
      )
    }
    return readSubject(parameters.get('client_assertion') ?? '', environment)
  },

  async verify(presented, client, context) {
    const { environment, store } = context
    const payload = await verifyAssertion(presented, client.client_id, client.jwks?.keys ?? [], context)
    await environment.step('client_assertion.consume')
    const isNew = store.consumeAssertion(
      client.client_id,
      payload.jti ?? '',
      (payload.exp ?? 0) + leewaySeconds,
      environment.now(),
    )
    if (!isNew) {
      throw refuse(
        rule,
        {
          code: 'invalid_client',
          message: 'The client_assertion was used before: its jti may be used once.',
          sent: payload.jti,
          fix: 'Sign a new assertion with a fresh jti for each request.',
        },
        environment,
      )
    }
    accept(rule, `${client.client_id} authenticated with an assertion signed by its key.`, environment)
  },
}

async function verifyAssertion(
  { parameters }: Presented,
  clientId: string,
  keys: readonly JWK[],
  { config, environment }: ServerContext,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(
      parameters.get('client_assertion') ?? '',
      createLocalJWKSet({ keys: [...keys] }),
      {
        issuer: clientId,
        subject: clientId,
        // The issuer, the token endpoint as RFC 7523 §3 had it first, or the endpoint of pushed requests (RFC 9126 §2).
        audience: [config.issuer, endpointUrl(config, '/token'), endpointUrl(config, '/par')],
        algorithms: assertionAlgorithms,
        currentDate: new Date(environment.now() * 1000),
        clockTolerance: leewaySeconds,
        requiredClaims: ['exp', 'jti'],
      },
    )
    return payload
  } catch (error) {
    throw refuse(
      rule,
      {
        code: 'invalid_client',
        message: `The client_assertion is not valid: ${error instanceof Error ? error.message : 'unreadable'}.`,
        expected: `iss and sub ${clientId}, aud ${config.issuer}, exp in the future, a jti`,
        fix: 'Compare its claims with what is expected and sign it with a key of the registered jwks.',
      },
      environment,
    )
  }
}

function readSubject(assertion: string, environment: Environment): string {
  try {
    return decodeJwt(assertion).sub ?? ''
  } catch {
    throw refuse(
      rule,
      { code: 'invalid_client', message: 'The client_assertion is not a JWT.', fix: 'Send a compact signed JWT.' },
      environment,
    )
  }
}
