/** From an error to its causes: what was pasted, what stands out in it, and which runs reproduce it. All of it in the page. */
import type { Cause } from './contract.ts'
import { rankCauses } from './ranking.ts'
import { type Field, type Recognised, recognise } from './recognise.ts'
import { type TokenFinding, tokenFindings } from './token-findings.ts'

export { ERROR_CODES } from '../../reference/error-codes.ts'
export { CAUSES } from './causes/index.ts'
export { type Cause, type CauseRun, evidenceUrl } from './contract.ts'
export { completeCauses } from './ranking.ts'
export type { Field } from './recognise.ts'

/** What is known of an error. */
export interface Diagnosis {
  readonly recognised: Recognised
  /** The error code in it, where it has a place of its own. */
  readonly code: string | undefined
  readonly findings: readonly TokenFinding[]
  /** Best first. */
  readonly causes: readonly Cause[]
}

/** Fields that say what went wrong; the others belong to the sign-in, and their words are no symptoms. */
const TELLING = ['error', 'error_description', 'error_code', 'message']

/** Looks at a text. `now` is in epoch seconds. */
export function diagnose(text: string, causes: readonly Cause[], now: number): Diagnosis {
  const recognised = recognise(text)
  switch (recognised.type) {
    case 'token': {
      const findings = tokenFindings(recognised.jwt, now)
      const signs = new Set(findings.map(({ cause }) => cause))
      return { recognised, code: undefined, findings, causes: causes.filter(({ id }) => signs.has(id)) }
    }
    case 'encrypted-token':
      return { recognised, code: undefined, findings: [], causes: causes.filter(({ id }) => id === 'token-is-opaque') }
    case 'redirect':
    case 'challenge':
    case 'answer': {
      const symptom = symptomOf(recognised.fields) || (recognised.type === 'challenge' ? text : '')
      const code = recognised.fields.find(({ name }) => name === 'error')?.value
      return { recognised, code, findings: [], causes: rankCauses(symptom, causes) }
    }
    case 'message':
      return { recognised, code: undefined, findings: [], causes: rankCauses(text, causes) }
    default:
      return recognised satisfies never
  }
}

function symptomOf(fields: readonly Field[]): string {
  return fields
    .filter(({ name }) => TELLING.includes(name))
    .map(({ value }) => value)
    .join(': ')
}
