/** `prompt` and `max_age`: how fresh the sign-in must be and whether pages may be shown (OpenID Connect Core §3.1.2.1). */
import type { Environment } from '../environment.ts'
import type { RequestParameters } from '../parameters.ts'
import { accept, refuse } from '../verdict.ts'

/** Values of `prompt` that the server knows; the discovery document lists them. */
export const promptValues = ['none', 'login', 'consent', 'select_account'] as const

/** Checks `prompt` and returns its values. `invalid_request` for an unknown one, and for `none` with another. */
export function checkPrompt(parameters: RequestParameters, environment: Environment): string[] {
  const rule = { rule: 'prompt', clause: 'OpenID Connect Core §3.1.2.1' }
  const sent = parameters.get('prompt')
  if (sent === undefined) return []
  const values = sent.split(' ').filter((value) => value !== '')
  const unknown = values.filter((value) => !promptValues.some((known) => known === value))
  if (unknown.length > 0) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: `The prompt value ${unknown.join(' ')} is unknown.`,
        sent,
        expected: promptValues.join(' '),
        fix: 'Use none, login, consent or select_account.',
      },
      environment,
    )
  }
  if (values.includes('none') && values.length > 1) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'prompt=none forbids every page, so it cannot stand beside another prompt value.',
        sent,
        expected: 'none',
        fix: 'Send prompt=none alone.',
      },
      environment,
    )
  }
  accept(rule, `The prompt ${values.join(' ')} is understood.`, environment)
  return values
}

/** Checks `max_age` and returns it in seconds. `invalid_request` when it is not a whole number. */
export function checkMaxAge(parameters: RequestParameters, environment: Environment): number | undefined {
  const rule = { rule: 'max_age', clause: 'OpenID Connect Core §3.1.2.1' }
  const sent = parameters.get('max_age')
  if (sent === undefined) return undefined
  if (!/^\d{1,10}$/.test(sent)) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'max_age must be a whole number of seconds.',
        sent,
        expected: 'digits only, such as 3600',
        fix: 'Send max_age in seconds, without sign, unit or fraction.',
      },
      environment,
    )
  }
  accept(rule, `The sign-in may be ${sent} seconds old at most.`, environment)
  return Number(sent)
}
