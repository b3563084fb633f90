/** The chapters of a run: where it turns to something else. */
import type { Trace } from '../../simulation/types.ts'
import { eventsOf } from '../moments.ts'
import type { SequenceModel, SequenceRow } from '../sequence/types.ts'
import { pageOf } from './pages.ts'
import { type Told, toldAt } from './record.ts'
import { type RequestKind, requestKind } from './request-kind.ts'
import { spanInWords } from './words.ts'

/** A part of a run. */
export interface Chapter {
  readonly title: string
  /** The first step of the chapter. */
  readonly step: number
}

/** More would not be read. */
const MOST = 8

const ATTACK = 'The attack'

/** What a request begins; those that only serve another one are not here. */
const TITLES: Readonly<Partial<Record<RequestKind, string>>> = {
  preflight: 'Call the API',
  'pushed-request': 'Sign in',
  'device-codes': 'Get a code',
  'user-code': 'Enter the code',
  'phone-request': 'Ask the phone',
  authorization: 'Sign in',
  'start-sign-in': 'Sign in',
  password: 'Sign in',
  'second-factor': 'Second proof',
  'passkey-challenge': 'The passkey',
  passkey: 'The passkey',
  mail: 'The mail',
  'mailed-link': 'The mail',
  prompt: 'Second proof',
  'prompt-answer': 'Second proof',
  consent: 'Allow',
  registration: 'Register',
  revocation: 'Revoke',
  logout: 'Sign out',
  'logout-answer': 'Sign out',
  'logout-token': 'Sign out',
  'api-call': 'Call the API',
  'key-call': 'Call the API',
  call: 'Call the API',
  page: 'Open the app',
}

/** The chapters of a run, in order: each begins with what the person did to get there. */
export function chaptersOf(trace: Trace, { rows, lanes }: SequenceModel): readonly Chapter[] {
  const kindOf = (actor: string) => lanes.find(({ id }) => id === actor)?.kind
  const chapters: Chapter[] = []
  /** The first step since the last titled row that may belong to the next chapter. */
  let pending: number | undefined
  /** What the run was about before time passed. */
  let before: string | undefined

  function begin(title: string, step: number): void {
    const current = chapters.at(-1)
    if (current?.title !== title && title !== before) {
      if (current?.step === (pending ?? step)) chapters.pop()
      chapters.push({ title, step: pending ?? step })
      before = undefined
    }
    pending = undefined
  }

  for (const row of rows) {
    if (row.kind === 'person') pending ??= row.step
    else if (row.kind === 'clock') {
      const title = `${spanInWords(secondsOf(trace, row))} later`
      if (chapters.at(-1)?.title !== title) {
        before = chapters.at(-1)?.title
        chapters.push({ title, step: row.step })
      }
      pending = undefined
    } else if (row.kind === 'message') {
      const title = titleOf(trace, row, kindOf)
      // What a server does to answer belongs to what it answers.
      const isNested = row.exchange?.includes('@') === true && chapters.at(-1)?.title === ATTACK
      if (title !== undefined && !isNested) begin(title, row.step)
    }
  }
  return withinLimits(chapters, rows.at(-1)?.step ?? 0)
}

function titleOf(trace: Trace, row: SequenceRow, kindOf: (actor: string) => string | undefined): string | undefined {
  const told = toldAt(trace, row.exchange, row.step)
  if (told === undefined) return undefined
  const kind = requestKind(told, (actor) => kindOf(actor) === 'device')
  if (row.isResponse) return undefined
  if (kindOf(told.from) === 'attacker' || kindOf(told.to) === 'attacker') return ATTACK
  if (kind === 'callback') return told.fields.has('code') ? 'Code for tokens' : 'Back to the app'
  if (kind === 'prompt' && told.fields.has('request_id')) return TITLES['phone-request']
  if (kind === 'prompt-answer' && told.fields.has('request_answer')) return 'The answer'
  if (kind === 'token') return titleOfGrant(told.fields.get('grant_type'))
  if (kind === 'page') return row.step === 1 ? TITLES.page : undefined
  return kind === 'next-page' || kind === 'authorization' ? (titleOfPage(told) ?? TITLES[kind]) : TITLES[kind]
}

function titleOfGrant(grant: string | undefined): string {
  if (grant === 'authorization_code') return 'Code for tokens'
  if (grant === 'urn:ietf:params:oauth:grant-type:token-exchange') return 'Exchange the token'
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return 'Show the statement'
  return grant === 'refresh_token' ? 'New tokens' : 'Get a token'
}

/** A page that asks for something begins a chapter as soon as it is asked for. */
function titleOfPage({ answer }: Told): string | undefined {
  switch (answer && pageOf(answer)) {
    case 'consent':
      return 'Allow'
    case 'second-factor':
      return 'Second proof'
    default:
      return undefined
  }
}

function secondsOf(trace: Trace, row: SequenceRow): number {
  const event = eventsOf(trace, row.step).find((event) => event.type === 'clock')
  return event?.type === 'clock' ? event.seconds : 0
}

/** The shortest are left out where there are too many. */
function withinLimits(chapters: readonly Chapter[], last: number): readonly Chapter[] {
  const kept = [...chapters]
  while (kept.length > MOST) {
    const lengths = kept.map(({ step }, index) => (kept[index + 1]?.step ?? last + 1) - step)
    const shortest = lengths.reduce(
      (best, length, index) => (index > 0 && length < (lengths[best] ?? 0) ? index : best),
      1,
    )
    kept.splice(shortest, 1)
    // What stood on both sides of it goes on.
    if (kept[shortest]?.title === kept[shortest - 1]?.title) kept.splice(shortest, 1)
  }
  return kept
}
