/** `may_act`: whether the subject lets this party act for it (RFC 8693 §4.4). */
import type { Environment } from '../environment.ts'
import type { Policy } from '../state/policy.ts'
import { accept, refuse } from '../verdict.ts'
import type { ExchangedToken } from './exchanged-token.ts'

/**
 * Checks that the party that will act, the actor or else the client itself, is the one that the subject token names:
 * every member must be the party's own. Where it names no `iss`, the party is one of this server's, or of whoever issued the
 * subject token: each issuer has its own `sub` (§4.1). `invalid_request` else, as for any token that is unacceptable (§2.2.2).
 */
export function checkMayAct(
  subject: ExchangedToken,
  {
    party,
    issuer,
    policy,
  }: { party: { sub: string; iss: string; client_id: string | undefined }; issuer: string; policy: Policy['mayAct'] },
  environment: Environment,
): void {
  const rule = { rule: 'may_act', clause: 'RFC 8693 §4.4' }
  if (policy === 'unchecked') {
    accept({ ...rule, clause: 'policy' }, 'The policy looks at no may_act: any party may act for anybody.', environment)
    return
  }
  const allowed = subject.mayAct
  if (allowed === undefined) {
    if (policy === 'when_present') {
      accept(
        { ...rule, clause: 'policy' },
        'The subject token has no may_act, and the policy asks for none.',
        environment,
      )
      return
    }
    const message = 'The subject token has no may_act, and the policy asks for one.'
    const fix = 'Exchange a token whose may_act names the party that will act.'
    throw refuse({ ...rule, clause: 'policy' }, { code: 'invalid_request', message, fix }, environment)
  }
  const own: Readonly<Record<string, string | undefined>> = party
  const isNamed =
    Object.keys(allowed).length > 0 &&
    (allowed.iss !== undefined || [issuer, subject.iss].includes(party.iss)) &&
    Object.entries(allowed).every(([name, value]) => own[name] === value)
  if (!isNamed) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'The may_act of the subject token names another party than the one that would act.',
        sent: JSON.stringify(party),
        expected: JSON.stringify(allowed),
        fix: 'Let the party act that may_act names.',
      },
      environment,
    )
  }
  accept(rule, 'The subject token names the party that will act.', environment)
}
