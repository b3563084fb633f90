/** From an exchange that failed to its causes, by the engine that pasted texts go through. Nothing of the recording comes out. */
import { CAUSES, diagnose } from '../guidance/diagnosis/index.ts'
import { header } from '../http/index.ts'
import type { RecordedExchange } from './reading/har-entry.ts'

/** A cause as it is shown; all of it is text of this project. */
interface ShownCause {
  readonly id: string
  readonly title: string
  readonly tellApart: string
  readonly fix: string
}

/** What an error may come from, best first, and how sure that is. */
export interface Explanation {
  readonly certainty: 'named' | 'likely' | 'code-only'
  readonly causes: readonly ShownCause[]
}

const MOST_CAUSES = 3
const LONGEST_EVIDENCE = 20_000

/** The exchange as HTTP text, as a person would paste it. */
export function evidenceOf({ request, response, page }: RecordedExchange): string {
  const authorization = header(request, 'authorization')
  const challenge = response && header(response, 'www-authenticate')
  const location = response && header(response, 'location')
  return [
    `${request.method} ${request.url}`,
    ...(authorization === undefined ? [] : [`Authorization: ${authorization}`]),
    '',
    request.body,
    '',
    ...(response === undefined ? [] : [`HTTP/1.1 ${response.status}`]),
    ...(challenge === undefined ? [] : [`WWW-Authenticate: ${challenge}`]),
    ...(location === undefined ? [] : [`Location: ${location}`]),
    '',
    response?.body ?? '',
    page,
  ]
    .join('\n')
    .slice(0, LONGEST_EVIDENCE)
}

/** Its causes; `undefined` when nothing is known. `sentAt` is in epoch milliseconds. */
export function explain(evidence: string, sentAt: number): Explanation | undefined {
  const { certainty, causes } = diagnose(evidence, CAUSES, sentAt / 1000)
  if (certainty === 'unknown' || causes.length === 0) return undefined
  // What names a cause leaves no room for the others.
  const shown = causes.slice(0, certainty === 'named' ? 1 : MOST_CAUSES)
  return { certainty, causes: shown.map(({ id, title, tellApart, fix }) => ({ id, title, tellApart, fix })) }
}

/** True when the words of a page name a cause by a vendor’s code or a message, not by words that any page may have. */
export function isNamed(words: string): boolean {
  const [first] = diagnose(words, CAUSES, Number.NaN).causes
  return first?.ground === 'vendor-code' || first?.ground === 'message'
}
