/** An assertion that is traded for a token: who made it, about whom, for which server, client and resource (RFC 7523 §2.1, §3). */
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose'
import type { Environment } from '../environment.ts'
import { type Client, splitScope } from '../state/config.ts'
import { endpointUrl, type ServerContext } from '../state/context.ts'
import type { AssertionSubject } from '../state/other-servers.ts'
import type { Actor } from '../state/records.ts'
import { idJagTyp } from '../token-types.ts'
import { accept, refuse } from '../verdict.ts'
import { actorOf, verifyTrustedJwt } from './trusted-jwt.ts'

/** What an assertion says. */
export interface Assertion {
  readonly sub: string
  readonly act?: Actor
  /** What it allows at most; absent where it says nothing of it. */
  readonly scope?: readonly string[]
  /** The APIs that it is for; absent where it names none. */
  readonly resources?: readonly string[]
  /** Of one that is good once: by whom, its id, its end. */
  readonly once?: { readonly issuer: string; readonly jti: string; readonly expiresAt: number }
}

const clauses = { plain: 'RFC 7523 §3', identity: 'ID-JAG §4.4.1' }
/** Other assertions need not say that they are any. */
const plainTyps = ['jwt', 'authorization-grant+jwt']

/** Checks an assertion that a client brings. `invalid_grant` for whatever is wrong with it (RFC 7523 §3.1). */
export async function readAssertion(value: string, client: Client, context: ServerContext): Promise<Assertion> {
  const { environment } = context
  let rule = { rule: 'assertion', clause: clauses.plain }
  try {
    const typ = kindOf(value)
    const isIdentity = typ === idJagTyp
    if (isIdentity) rule = { ...rule, clause: clauses.identity }
    if (!isIdentity && !plainTyps.includes(typ)) throw new TypeError(`a JWT with the typ ${typ} is no assertion`)
    const payload = await verifyTrustedJwt(value, demandsOf(isIdentity, context), context)
    const said = isIdentity ? readIdentityAssertion(payload, client, context) : readPlain(payload)
    accept(rule, 'The assertion is of a trusted issuer, for this server, and still valid.', environment)
    if (!isIdentity) checkSubject(payload, client, environment)
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
function readIdentityAssertion(payload: JWTPayload, client: Client, { config }: ServerContext): Assertion {
  const { iss = '', aud, jti, exp = 0, client_id, scope, resource } = payload
  const isChecked = config.policy.assertionTarget === 'checked'
  if (isChecked && [aud].flat().length !== 1) throw new TypeError('it is for more than one server')
  if (client_id !== client.client_id) throw new TypeError('it was issued to another client')
  if (typeof jti !== 'string') throw new TypeError('it has no jti')
  const resources = [resource].flat().filter((one): one is string => typeof one === 'string')
  return {
    ...readPlain(payload),
    ...(typeof scope === 'string' && { scope: splitScope(scope) }),
    ...(isChecked && resources.length > 0 && { resources }),
    once: { issuer: iss, jti, expiresAt: exp },
  }
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

function kindOf(value: string): string {
  const { typ = 'JWT' } = decodeProtectedHeader(value)
  return typ.toLowerCase().replace(/^application\//, '')
}

function audienceOf(value: string): string {
  try {
    return `aud ${[decodeJwt(value).aud].flat().join(' ')}`
  } catch {
    return 'no JWT'
  }
}
