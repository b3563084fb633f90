/** Assertions that authenticate a client: for this server, used once; signed by a key of the client or made with its secret (RFC 7523 §2.2, §3). */
import { decodeJwt, type JWK, type JWTPayload } from 'jose'
import type { Environment } from '../../environment.ts'
import { kindOfJwt, verifyJwt } from '../../jwt.ts'
import { signatureAlgorithms } from '../../keys.ts'
import type { Client, ResolvedConfig } from '../../state/config.ts'
import { endpointUrl, type ServerContext } from '../../state/context.ts'
import { accept, refuse } from '../../verdict.ts'
import type { AuthenticationMethod, Presented } from './method.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const rule = { rule: 'client_assertion', clause: 'RFC 7523 §3' }

/** Signature algorithms of assertions. */
export const assertionAlgorithms: readonly string[] = [...signatureAlgorithms]
/** Algorithms of assertions that are made with a secret. */
export const secretAlgorithms: readonly string[] = ['HS256', 'HS384', 'HS512']

/** The algorithms of assertions that this server takes: those with a secret where a configured client is registered for them. */
export function offeredAssertionAlgorithms({ clients }: Pick<ResolvedConfig, 'clients'>): string[] {
  const usesSecret = clients.some(({ token_endpoint_auth_method: method }) => method === 'client_secret_jwt')
  return [...assertionAlgorithms, ...(usesSecret ? secretAlgorithms : [])]
}

/** What an assertion may call itself; most say nothing of it. */
const kinds = ['jwt', 'client-authentication+jwt']

/** How far a client's clock may be off, in seconds. Policy: RFC 7523 leaves it open. */
const leewaySeconds = 10

/**
 * How far off the end of an assertion may be, in seconds: its `jti` is remembered until then. Policy: RFC 7523 §3 lets a server refuse
 * one whose end is unreasonably far.
 */
const longestSeconds = 86_400

/** What tells the two methods apart. */
interface AssertionKind {
  readonly algorithms: readonly string[]
  /** What verifies an assertion. Throws where it cannot be had. */
  keysOf(client: Client, environment: Environment): Promise<Uint8Array | readonly JWK[]>
}

/**
 * A method with assertions. Which of the two a request uses, the registration of the client says: the `alg` of the assertion is
 * the sender's word, and must not decide whether a public key is taken for a secret (RFC 8725 §3.1).
 */
export function assertionMethod(
  name: 'private_key_jwt' | 'client_secret_jwt',
  { algorithms, keysOf }: AssertionKind,
): AuthenticationMethod {
  return {
    name,
    isUsed: ({ parameters }, { store }) =>
      (parameters.has('client_assertion') || parameters.has('client_assertion_type')) &&
      hasSecret(parameters.get('client_assertion') ?? '', store) === (name === 'client_secret_jwt'),

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
      const { token_endpoint_auth_signing_alg: only } = client
      const taken = only === undefined ? algorithms : algorithms.filter((alg) => alg === only)
      const payload = await verifyAssertion(presented, { client, algorithms: taken, keysOf }, context)
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
      const made = name === 'private_key_jwt' ? 'signed by its key' : 'made with its secret'
      accept(rule, `${client.client_id} authenticated with an assertion ${made}.`, environment)
    },
  }
}

/** Whether the client that an assertion names is registered for assertions that are made with its secret. */
function hasSecret(assertion: string, { clients }: Pick<ServerContext['store'], 'clients'>): boolean {
  return clients.get(claimedSubject(assertion) ?? '')?.token_endpoint_auth_method === 'client_secret_jwt'
}

/**
 * What an assertion may name: the issuer, or an endpoint that a specification lets it name (RFC 7523 §3 as it was first, RFC 9126 §2, OpenID
 * Connect CIBA §7.1), by whichever of its addresses the client calls (RFC 8705 §5).
 */
function audiences(config: ResolvedConfig): string[] {
  const aliases = ['token_endpoint', 'pushed_authorization_request_endpoint', 'backchannel_authentication_endpoint']
  return [
    config.issuer,
    ...['/token', '/par', '/bc-authorize'].map((path) => endpointUrl(config, path)),
    ...aliases.flatMap((name) => config.mtls_endpoint_aliases[name] ?? []),
  ]
}

async function verifyAssertion(
  { parameters }: Presented,
  { client, algorithms, keysOf }: AssertionKind & { readonly client: Client },
  { config, environment }: ServerContext,
): Promise<JWTPayload> {
  const clientId = client.client_id
  const assertion = parameters.get('client_assertion') ?? ''
  try {
    const kind = kindOfJwt(assertion)
    // A JWT that was signed for something else, such as a request object, authenticates nobody (RFC 8725 §3.11).
    if (!kinds.includes(kind)) throw new TypeError(`a JWT with the typ ${kind} is no client assertion`)
    const { payload } = await verifyJwt(assertion, await keysOf(client, environment), {
      issuer: clientId,
      subject: clientId,
      audience: audiences(config),
      algorithms: [...algorithms],
      now: environment.now(),
      clockTolerance: leewaySeconds,
      requiredClaims: ['exp', 'jti'],
    })
    if ((payload.exp ?? 0) > environment.now() + longestSeconds) {
      throw new TypeError(`its end is more than ${longestSeconds / 3600} hours off`)
    }
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
  const sub = claimedSubject(assertion)
  if (sub !== undefined) return sub
  const message = 'The client_assertion is not a JWT with a client as its sub.'
  throw refuse(
    rule,
    { code: 'invalid_client', message, fix: 'Send a compact signed JWT whose iss and sub are the client_id.' },
    environment,
  )
}

/** Whom an assertion says that it is of, unverified; `undefined` for what says nothing of it, or is no JWT. */
function claimedSubject(assertion: string): string | undefined {
  try {
    const { sub } = decodeJwt(assertion)
    return typeof sub === 'string' ? sub : undefined
  } catch {
    return undefined
  }
}
