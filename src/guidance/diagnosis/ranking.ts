/** Which causes fit an error, best first. Plain comparison of texts: the input may be long and hostile. */
import type { Scenario } from '../../scenario-kit/contract.ts'
import type { Cause, CauseRun } from './contract.ts'

/** A message tells more than a code, and a longer one more than a shorter one. */
const MESSAGE_WEIGHT = 100

/** The causes that an error may have, best first; those that fit equally well keep their order. */
export function rankCauses(text: string, causes: readonly Cause[]): readonly Cause[] {
  const plain = plainText(text)
  const codes = new Set(plain.match(/[a-z][a-z0-9_]{3,}/g) ?? [])
  return causes
    .map((cause) => ({ cause, score: scoreOf(cause, plain, codes) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ cause }) => cause)
}

function scoreOf(cause: Cause, plain: string, codes: ReadonlySet<string>): number {
  const longest = Math.max(
    0,
    ...cause.messages
      .map(plainText)
      .filter((message) => plain.includes(message))
      .map(({ length }) => length),
  )
  const isCoded = cause.codes.some((code) => codes.has(code))
  return (longest === 0 ? 0 : MESSAGE_WEIGHT + longest) + (isCoded ? 1 : 0)
}

/** Lower case, straight quotes, single blanks: people copy from consoles, mails and chats. */
function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’`]/g, "'")
    .replace(/\s+/g, ' ')
}

/** The table together with what the scenarios say of their own troubles: more symptoms of its causes, and causes that it lacks. */
export function completeCauses(causes: readonly Cause[], scenarios: readonly Scenario[]): readonly Cause[] {
  const troubles = scenarios.flatMap((scenario) =>
    scenario.outcomes.flatMap(({ id, trouble, summary }) =>
      trouble === undefined ? [] : [{ run: { scenario: scenario.id, outcome: id }, trouble, summary }],
    ),
  )
  const nameOf = ({ scenario, outcome }: CauseRun) => `${scenario}/${outcome}`
  const codes = new Map(troubles.map(({ run, trouble }) => [nameOf(run), trouble.code]))
  const shown = new Set(causes.flatMap(({ runs }) => runs.map(nameOf)))
  const known = causes.map((cause) => cause.runs.map((run) => codes.get(nameOf(run)) ?? '').reduce(withSymptom, cause))
  const further = troubles
    .filter(({ run }) => !shown.has(nameOf(run)))
    .map(({ run, trouble, summary }) =>
      withSymptom(
        {
          id: nameOf(run),
          title: trouble.cause,
          codes: [],
          messages: [],
          tellApart: summary,
          fix: trouble.remedy,
          runs: [run],
          evidence: [],
        },
        trouble.code,
      ),
    )
  return [...known, ...further]
}

/** One word is a code, which others may share; several are a message. */
function withSymptom(cause: Cause, symptom: string): Cause {
  if (symptom === '') return cause
  return symptom.includes(' ')
    ? { ...cause, messages: [...cause.messages, symptom] }
    : { ...cause, codes: [...cause.codes, symptom] }
}
