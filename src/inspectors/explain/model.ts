/** What the explain inspector says about a row: the lesson, the rules, and for a red row why it went wrong. */
import { type Check, checksOf, type Failure, failureAt } from '../../projections/index.ts'
import { eventsUpTo } from '../../projections/moments.ts'
import type { SequenceRow } from '../../projections/sequence/types.ts'
import type { Purpose, Trace } from '../../simulation/types.ts'
import type { CodeSource } from '../contract.ts'
import { regionOfRow, sentIn } from '../parts/region.ts'
import { readLesson } from './lesson.ts'

/** An explanation. */
export interface Explanation {
  readonly failure: Failure | undefined
  /** The part of the lesson that is about this row, or else its introduction. Markdown. */
  readonly title: string
  readonly lesson: string
  /** What kind of step it is, for rows that the lesson has no section for. */
  readonly note: string | undefined
  /** The rules that were checked and held. */
  readonly held: readonly Check[]
}

const PURPOSES: Readonly<Record<Purpose, string>> = {
  navigation:
    'A page load between the browser and a server. The app’s script takes no part in it: its page is gone, or has not loaded yet.',
  fetch: 'A call by the page’s script.',
  preflight:
    'Before the script’s request the browser asks whether this site may send it: a CORS preflight. The script neither sends nor sees it.',
  backchannel:
    'A call that a program makes itself: a server, a service, or an attacker’s own machine. No browser takes part, so nothing of it can be read or changed there.',
  console: 'Sent from the console, from outside the scenario. The servers answer it as they would answer anybody.',
}

const KINDS: Readonly<Record<Exclude<SequenceRow['kind'], 'message'>, string>> = {
  person: 'Something a person does. The servers see only what the browser sends next.',
  clock: 'Time passes for everybody at once: codes and tokens grow older, sessions end.',
  wire: 'Something happens to a message on its way. Neither end knows about it; each only sees what arrives.',
}

/** Explains a row; without one, introduces the scenario. */
export function explain(trace: Trace, row: SequenceRow | undefined, code: CodeSource, lesson: string): Explanation {
  const { introduction, sections } = readLesson(lesson)
  const region = regionOfRow(trace, row, code)
  const title = code.regions.find((candidate) => candidate.region === region)?.title
  const section = title === undefined ? undefined : sections.get(title)
  const checks = row === undefined ? [] : checksOf(trace, row)
  return {
    failure: row && failureAt(trace, row),
    title: section === undefined ? 'What this is about' : (title ?? ''),
    lesson: section ?? introduction,
    note: section === undefined && row !== undefined ? noteOn(trace, row) : undefined,
    held: checks.filter(({ check }) => check.passed),
  }
}

function noteOn(trace: Trace, row: SequenceRow): string | undefined {
  if (row.kind !== 'message') return KINDS[row.kind]
  const sent = sentIn(eventsUpTo(trace, row.step)).find((message) => message.exchange === row.exchange)
  return sent && PURPOSES[sent.purpose]
}
