/** Codes and refresh tokens that are bound to a key: whoever uses them must prove to have it (RFC 9449 §5, §10; RFC 8705 §4). */
import type { FormFields } from '../../http/index.ts'
import type { Environment } from '../environment.ts'
import type { RequestParameters } from '../parameters.ts'
import type { AuthorizationCode, Confirmation, RefreshToken } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'

/** A SHA-256 in base64url. */
const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/

/** Checks `dpop_jkt` of an authorization request and returns it. `invalid_request` for what is no thumbprint (RFC 9449 §10). */
export function checkDpopJkt(parameters: RequestParameters, environment: Environment): string | undefined {
  const jkt = parameters.get('dpop_jkt')
  if (jkt === undefined) return undefined
  const rule = { rule: 'dpop_jkt', clause: 'RFC 9449 §10' }
  if (!THUMBPRINT.test(jkt)) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'The dpop_jkt is not a thumbprint: 43 characters of base64url were expected.',
        sent: jkt,
        fix: 'Send the base64url of the SHA-256 thumbprint of the public key (RFC 7638).',
      },
      environment,
    )
  }
  accept(rule, 'The code will be bound to the key that dpop_jkt names.', environment)
  return jkt
}

/**
 * The parameters of a pushed request with the key of its proof as `dpop_jkt` (RFC 9449 §10.1). `invalid_dpop_proof` when they
 * name another one.
 */
export function addProofKey(fields: FormFields, jkt: string | undefined, environment: Environment): FormFields {
  if (jkt === undefined) return fields
  const rule = { rule: 'dpop_jkt', clause: 'RFC 9449 §10.1' }
  const stated = fields.find(([name, value]) => name === 'dpop_jkt' && value !== '')?.[1]
  if (stated !== undefined && stated !== jkt) {
    throw refuse(
      rule,
      {
        code: 'invalid_dpop_proof',
        message: 'The dpop_jkt names another key than the one of the proof.',
        sent: stated,
        expected: jkt,
        fix: 'Leave dpop_jkt out, or sign the proof with the key that it names.',
      },
      environment,
    )
  }
  accept(rule, 'The code will be bound to the key of the proof.', environment)
  return stated === undefined ? [...fields.filter(([name]) => name !== 'dpop_jkt'), ['dpop_jkt', jkt]] : fields
}

/** Checks that the key of a token request is that of the code's `dpop_jkt`; `invalid_grant` else, and the code stays usable. */
export function checkCodeKey(
  code: AuthorizationCode,
  confirmation: Confirmation | undefined,
  environment: Environment,
): void {
  if (code.dpopJkt === undefined) return
  const rule = { rule: 'dpop_jkt', clause: 'RFC 9449 §10' }
  const bound = { expected: code.dpopJkt, sent: confirmation?.jkt ?? 'no proof' }
  if (bound.sent !== bound.expected) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: 'The code is bound to another key than the one of the proof.',
        ...bound,
        fix: 'Sign the proof of the token request with the key whose thumbprint was sent as dpop_jkt.',
      },
      environment,
    )
  }
  accept(rule, 'The proof is signed with the key that the code is bound to.', environment)
}

/** Checks that whoever refreshes has the key and the certificate that the refresh token is bound to; `invalid_grant` else. */
export function checkRefreshTokenKey(
  { confirmation: bound }: RefreshToken,
  confirmation: Confirmation | undefined,
  environment: Environment,
): void {
  for (const [member, clause] of [
    ['jkt', 'RFC 9449 §5'],
    ['x5t#S256', 'RFC 8705 §4'],
  ] as const) {
    const expected = bound?.[member]
    if (expected === undefined) continue
    const rule = { rule: 'refresh_token_binding', clause }
    const what = member === 'jkt' ? 'key' : 'certificate'
    if (confirmation?.[member] !== expected) {
      throw refuse(
        rule,
        {
          code: 'invalid_grant',
          message: `The refresh token is bound to another ${what}. It stays usable with that one.`,
          sent: confirmation?.[member] ?? `no ${what}`,
          expected,
          fix: `Refresh with the ${what} that was used when the token was issued.`,
        },
        environment,
      )
    }
    accept(rule, `The refresh token is used with the ${what} that it is bound to.`, environment)
  }
}
