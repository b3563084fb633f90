/** An assertion that is traded for a token: who made it, about whom, for which server, client and resource (RFC 7523 §2.1, §3). */
import { decodeJwt, type JWTPayload } from 'jose'
import type { Environment } from '../environment.ts'
import { kindOfJwt } from '../jwt.ts'
import { type Client, splitScope } from '../state/config.ts'
import { endpointUrl, type ServerContext } from '../state/context.ts'
import type { AssertionSubject } from '../state/other-servers.ts'
import type { Actor, Confirmation } from '../state/records.ts'
import { idJagTyp } from '../token-types.ts'
import { accept, refuse } from '../verdict.ts'
import { readConfirmation } from './token-binding.ts'
import { actorOf, verifyTrustedJwt } from './trusted-jwt.ts'

/** What an assertion says. */
export interface Assertion {
  readonly sub: string
  readonly act?: Actor
  /** What it allows at most; absent where it says nothing of it. */
  readonly scope?: readonly string[]
  /** The APIs that it is for; absent where it names none. */
  readonly resources?: readonly string[]
  /** Its `authorization_details`, as they stand in it. */
  readonly details?: unknown
  /** Of one that is good once: by whom, its id, its end. */
  readonly once?: { readonly issuer: string; readonly jti: string; readonly expiresAt: number }
}

const clauses = { plain: 'RFC 7523 §3', identity: 'ID-JAG §4.4.1' }
/** Other assertions need not say that they are any. */
const plainTyps = ['jwt', 'authorization-grant+jwt']

/** Who brings an assertion, and what the request proves beside that. */
interface Bearer {
  readonly client: Client
  readonly proven: Confirmation | undefined
}

/** Checks an assertion that a client brings. `invalid_grant` for whatever is wrong with it (RFC 7523 §3.1). */
export async function readAssertion(value: string, bearer: Bearer, context: ServerContext): Promise<Assertion> {
  const { environment } = context
  let rule = { rule: 'assertion', clause: clauses.plain }
  try {
    const typ = kindOfJwt(value)
    const isIdentity = typ === idJagTyp
    if (isIdentity) rule = { ...rule, clause: clauses.identity }
    if (!isIdentity && !plainTyps.includes(typ)) throw new TypeError(`a JWT with the typ ${typ} is no assertion`)
    const payload = await verifyTrustedJwt(value, demandsOf(isIdentity, context), context)
    const said = isIdentity ? readIdentityAssertion(payload, bearer, context) : readPlain(payload)
    accept(rule, 'The assertion is of a trusted issuer, for this server, and still valid.', environment)
    checkSubject(payload, bearer.client, environment)
    return said
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'ProtocolError') throw error
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: `The assertion is not valid: ${error.message}.`,
        sent: audienceOf(value),
        expected: `aud ${context.config.issuer}, of a trusted issuer, exp in the future`,
        fix: 'Get a new one for this server, from an issuer that it trusts.',
      },
      environment,
    )
  }
}

/** For whom an assertion must be: this server's issuer, or its token endpoint as RFC 7523 §3 had it first. */
function demandsOf(isIdentity: boolean, { config }: ServerContext) {
  const audience = isIdentity ? config.issuer : [config.issuer, endpointUrl(config, '/token')]
  return {
    ...(config.policy.assertionTarget === 'checked' && { audience }),
    ...(isIdentity && { profile: 'id-jag' as const }),
  }
}

function readPlain({ sub = '', act }: JWTPayload): Assertion {
  const actor = actorOf(act)
  return { sub, ...(actor && { act: actor }) }
}

/** An identity assertion is for one server, one client, and good once: that is policy, the draft lets it be shown again (ID-JAG §4.4.3). */
function readIdentityAssertion(payload: JWTPayload, { client, proven }: Bearer, { config }: ServerContext): Assertion {
  const { iss = '', aud, jti, iat, exp = 0, client_id, scope, authorization_details: details } = payload
  // Or this server would widen what it allowed itself (ID-JAG §8.3).
  if (iss === config.issuer) throw new TypeError('it was issued by this very server')
  const isChecked = config.policy.assertionTarget === 'checked'
  if (isChecked && [aud].flat().length !== 1) throw new TypeError('it is for more than one server')
  if (client_id !== client.client_id) throw new TypeError('it was issued to another client')
  if (typeof jti !== 'string') throw new TypeError('it has no jti')
  if (iat === undefined) throw new TypeError('it has no iat')
  if (!isProven(payload.cnf, proven)) throw new TypeError('it is bound to a key that the request does not prove')
  // What is malformed says something, and is no leave to do everything.
  if (scope !== undefined && typeof scope !== 'string') throw new TypeError('its scope is no string')
  const resources = resourcesOf(payload.resource)
  return {
    ...readPlain(payload),
    // Where it says in more words what it allows, it allows no scope beside them.
    ...((scope !== undefined || details !== undefined) && { scope: splitScope(scope) }),
    ...(details !== undefined && { details }),
    ...(isChecked && resources && { resources }),
    once: { issuer: iss, jti, expiresAt: exp },
  }
}

/** Whether the request proves each key that an assertion is bound to; none that this server knows is a key that nobody proves (ID-JAG §8.6). */
function isProven(cnf: JWTPayload[string], proven: Confirmation | undefined): boolean {
  if (cnf === undefined) return true
  const { jkt, 'x5t#S256': thumbprint } = readConfirmation(cnf) ?? {}
  if (jkt === undefined && thumbprint === undefined) return false
  return (jkt === undefined || jkt === proven?.jkt) && (thumbprint === undefined || thumbprint === proven?.['x5t#S256'])
}

/** The `resource` claim: one URI or a list of them (ID-JAG §3.1). */
function resourcesOf(claim: JWTPayload[string]): string[] | undefined {
  if (claim === undefined) return undefined
  const resources = [claim].flat().filter((one): one is string => typeof one === 'string')
  if (resources.length === 0 || resources.length !== [claim].flat().length) {
    throw new TypeError('its resource is neither a URI nor a list of them')
  }
  return resources
}

/** Whether the client may come with an assertion about this subject (policy). */
function checkSubject(payload: JWTPayload, client: Client, environment: Environment): void {
  const trusted = client.assertion_subjects
  if (trusted === undefined) return
  const subject = { rule: 'assertion_subject', clause: 'policy' }
  if (!trusted.some((one) => fits(payload, one))) {
    throw refuse(
      subject,
      {
        code: 'invalid_grant',
        message: 'The assertion is about somebody whom the registration of the client does not name.',
        sent: String(payload.sub),
        expected: trusted
          .map(({ sub, sub_prefix, claims }) => JSON.stringify({ sub, sub_prefix, ...claims }))
          .join(' '),
        fix: 'Compare sub and the further claims with what is registered, character by character.',
      },
      environment,
    )
  }
  accept(subject, `The registration of the client names this subject: ${payload.sub}.`, environment)
}

function fits(payload: JWTPayload, { issuer, sub, sub_prefix, claims = {} }: AssertionSubject): boolean {
  return (
    payload.iss === issuer &&
    (sub === undefined || payload.sub === sub) &&
    (sub_prefix === undefined || payload.sub?.startsWith(sub_prefix) === true) &&
    Object.entries(claims).every(([name, value]) => payload[name] === value)
  )
}

function audienceOf(value: string): string {
  try {
    return `aud ${[decodeJwt(value).aud].flat().join(' ')}`
  } catch {
    return 'no JWT'
  }
}
