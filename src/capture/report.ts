/** A recorded login as the page shows it: redacted messages, rows of a diagram, and what each rule found. Plain JSON. */
import type { HttpRequest, HttpResponse } from '../http/index.ts'
import { requestLabel, responseLabel, shorten } from '../projections/labels.ts'
import type { Lane, SequenceRow } from '../projections/sequence/types.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { type Explanation, explain } from './evidence.ts'
import { addressParameters, answerText, isTakenOut, redirectOf, requestParameters } from './fields.ts'
import { BROWSER, type Party, partiesOf } from './lanes.ts'
import { accessTokenOf, relateLogin } from './login.ts'
import type { RecordedExchange } from './reading/har-entry.ts'
import type { Recording } from './reading/har-reader.ts'
import { type LoginExchange, originOf, recogniseLogin } from './recognition.ts'
import type { ShownHosts } from './redaction/hosts.ts'
import { createRedactor, type Redactor } from './redaction/redactor.ts'
import { RULES } from './rules/index.ts'
import type { Evidence, NearestRun, Problem, Rule, Verdict } from './rules/rule.ts'

/** A message pair of the login, redacted. */
interface ShownExchange {
  /** What it is, such as `token request`. */
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly request: HttpRequest
  /** Absent when no answer came. */
  readonly response?: HttpResponse
  /** JWTs in it, decoded: the name of their place, and header and claims as JSON. */
  readonly tokens: readonly { readonly name: string; readonly claims: string }[]
}

/** One place where a rule is broken. */
export interface Finding {
  /** Index of the row. */
  readonly row: number
  readonly message: string
  readonly sent?: string
  readonly expected?: string
  /** True when both stand as recorded, so that their characters can be compared. */
  readonly isExact: boolean
  readonly description?: string
  readonly fix: string
  readonly see?: NearestRun
  /** What the error may come from, as a pasted text would be explained. */
  readonly explanation?: Explanation
}

/** What a rule found. */
export interface CheckedRule {
  readonly id: string
  readonly title: string
  readonly clause: string
  readonly weight: Rule['weight']
  /** How many messages it concerns. */
  readonly places: number
  readonly findings: readonly Finding[]
}

/** The life line of a party, and where it is. */
interface ShownParty extends Lane {
  readonly origin?: string
}

/** Everything that is shown. Of the recording it holds what the specifications name, and placeholders. */
export interface CaptureReport {
  readonly parties: readonly ShownParty[]
  readonly rows: readonly SequenceRow[]
  readonly exchanges: readonly ShownExchange[]
  /** For each row the index of its exchange. */
  readonly exchangeOfRow: readonly number[]
  readonly rules: readonly CheckedRule[]
  /** The rule that is broken first, and where: one that breaks the login, or else one that weakens it. */
  readonly first?: { readonly rule: number; readonly finding: number }
  readonly coverage: Coverage
  /** What was left out. */
  readonly assets: number
  readonly others: number
  readonly damaged: number
  /** True for a file that ends in the middle. */
  readonly isCut: boolean
  /** True when no request of the recording has credentials: browsers take them out unless told otherwise. */
  readonly isSanitised: boolean
}

/** Longer logins are cut: what goes wrong does so before. */
const MOST_EXCHANGES = 1000

/** Checks and redacts a recording. */
export async function analyse(
  { exchanges: recorded, assets, damaged, isCut }: Recording,
  hosts?: ShownHosts,
): Promise<CaptureReport> {
  const { exchanges: all, others } = recogniseLogin(recorded)
  const exchanges = all.slice(0, MOST_EXCHANGES)
  const parties = partiesOf(exchanges)
  const redactor = createRedactor(hosts)
  // Once to learn what values are, so that one that comes before the message which says so has its name already.
  for (const exchange of exchanges) redact(exchange, parties, redactor)
  const login = relateLogin(exchanges)
  const isRequestsOnly = !recorded.some(({ isAnswerWritten }) => isAnswerWritten)
  const verdicts = await Promise.all(
    RULES.filter(({ needsAnswers }) => !(needsAnswers && isRequestsOnly)).map(async (rule) => ({
      rule,
      verdicts: (await rule.check(login)).filter(isComparable),
    })),
  )
  const shown = exchanges.map((exchange) => redact(exchange, parties, redactor))
  const { rows, rowOf } = drawRows(exchanges, shown, parties)
  const rules = verdicts.map((checked) => toCheckedRule(checked, rowOf, redactor))
  const first = firstBroken(rules)
  return {
    parties: parties.map(({ origin, ...party }) => ({ ...party, ...(origin && { origin: redactor.address(origin) }) })),
    rows: markRows(rows, rules, first),
    exchanges: shown,
    exchangeOfRow: rows.map(({ exchange }) => Number(exchange)),
    rules,
    ...(first && { first }),
    coverage: coverageOf(login, isRequestsOnly),
    assets,
    others: others + all.length - exchanges.length,
    damaged,
    isCut,
    isSanitised: exchanges.length > 0 && !recorded.some(hasCredentials),
  }
}

/** What was taken out of a file compares with nothing. */
function isComparable({ problem }: Verdict): boolean {
  return ![problem?.sent, problem?.expected].some((evidence) => evidence !== undefined && isTakenOut(evidence.value))
}

function hasCredentials({ request }: RecordedExchange): boolean {
  return request.headers.some(([name]) => name === 'authorization' || name === 'cookie')
}

function redact(exchange: LoginExchange, parties: readonly Party[], redactor: Redactor): ShownExchange {
  const { kind, request, response, sender } = exchange
  const to = parties.find(({ origin }) => origin === originOf(exchange))?.id ?? BROWSER
  return {
    kind,
    from: sender === undefined ? BROWSER : (backendOf(exchange, parties) ?? BROWSER),
    to,
    request: redactor.request(request),
    ...(response && { response: redactor.response(response) }),
    tokens: tokensOf(exchange).flatMap(([name, token]) => {
      const claims = redactor.claims(token)
      return claims === undefined ? [] : [{ name, claims }]
    }),
  }
}

/** A recording that has calls between servers was written by a simulation; its app is who makes them. */
function backendOf(exchange: LoginExchange, parties: readonly Party[]): string | undefined {
  const own = originOf(exchange)
  return parties.find(({ kind, origin }) => kind === 'app' && origin !== own)?.id
}

function tokensOf(exchange: LoginExchange): [name: string, token: string][] {
  const places = ['id_token', 'access_token', 'id_token_hint', 'client_assertion', 'request']
  const target = redirectOf(exchange)
  const sources = [requestParameters(exchange), ...(target ? [addressParameters(target)] : [])]
  const access = accessTokenOf(exchange)
  const found: [string, string][] = [
    ...(access === undefined ? [] : [['access_token', access] as [string, string]]),
    ...places.flatMap((name) =>
      [...sources.map((source) => source.get(name)), answerText(exchange, name)].flatMap((token): [string, string][] =>
        token === undefined ? [] : [[name, token]],
      ),
    ),
  ]
  return found.filter(([, token], index) => found.findIndex(([, other]) => other === token) === index)
}

function drawRows(exchanges: readonly LoginExchange[], shown: readonly ShownExchange[], parties: readonly Party[]) {
  const title = (id: string) => parties.find((party) => party.id === id)?.title ?? id
  const rows: SequenceRow[] = []
  const rowOf = new Map<string, number>()
  shown.forEach(({ from, to, request, response }, index) => {
    const add = (isResponse: boolean, { label, text }: { label: string; text: string }, ends: [string, string]) => {
      const row = rows.length
      const isLost = !isResponse && response === undefined
      const status = isLost ? 'no answer' : isResponse && (response?.status ?? 0) >= 400 ? 'refused' : 'delivered'
      const tone = isLost ? 'lost' : isResponse ? (status === 'refused' ? 'neutral' : 'ok') : 'neutral'
      rowOf.set(`${index}:${isResponse ? 'response' : 'request'}`, row)
      rows.push({
        index: row,
        step: row + 1,
        kind: 'message',
        from: ends[0],
        to: ends[1],
        label: shorten(label),
        text,
        status,
        tone,
        isResponse,
        exchange: String(index),
        name: `Step ${row + 1}: ${title(ends[0])} to ${title(ends[1])}, ${label}, ${status}`,
        time: exchanges[index]?.sentAt || 0,
      })
    }
    add(false, requestLabel(request), [from, to])
    if (response !== undefined) add(true, responseLabel(request, response), [to, from])
  })
  return { rows, rowOf }
}

function toCheckedRule(
  { rule, verdicts }: { readonly rule: Rule; readonly verdicts: readonly Verdict[] },
  rowOf: ReadonlyMap<string, number>,
  redactor: Redactor,
): CheckedRule {
  const shownUnder = (name: string, { value }: Evidence) => (value === '' ? '(none)' : redactor.value(name, value))
  // Values that differ in what is hidden alone are told apart by names of their own.
  const shown = ({ sent, expected }: Problem) => {
    const [one, other] = [sent, expected].map((evidence) => evidence && shownUnder(evidence.name, evidence))
    const isAlike = one !== undefined && one === other
    return isAlike ? [sent, expected].map((evidence) => evidence && shownUnder('', evidence)) : [one, other]
  }
  const { id, title, clause, weight } = rule
  const findings = verdicts.flatMap(({ exchange, part, problem }): Finding[] => {
    if (problem === undefined) return []
    const [sent, expected] = shown(problem)
    const { description, evidence } = problem
    const explanation = evidence === undefined ? undefined : explain(evidence, exchange.sentAt)
    const see = problem.see ?? rule.see
    return [
      {
        row: rowOf.get(`${exchange.index}:${part}`) ?? rowOf.get(`${exchange.index}:request`) ?? 0,
        message: problem.message,
        ...(sent !== undefined && { sent }),
        ...(expected !== undefined && { expected }),
        isExact: sent === problem.sent?.value && expected === problem.expected?.value,
        ...(description !== undefined && { description: redactor.sentence(description) }),
        fix: problem.fix ?? rule.fix,
        ...(see && { see }),
        ...(explanation && { explanation }),
      },
    ]
  })
  return { id, title, clause, weight, places: verdicts.length, findings }
}

/** By place in the login; at the same place by the order of the rules. */
function firstBroken(rules: readonly CheckedRule[]): CaptureReport['first'] {
  const broken = rules.flatMap(({ weight, findings }, rule) =>
    findings.map(({ row }, finding) => ({ rule, finding, row, weight })),
  )
  const [first] = broken.sort(
    (one, other) => one.weight.localeCompare(other.weight) || one.row - other.row || one.rule - other.rule,
  )
  return first && { rule: first.rule, finding: first.finding }
}

/** Rows at which the login breaks are red; the first one says so. */
function markRows(
  rows: readonly SequenceRow[],
  rules: readonly CheckedRule[],
  first: CaptureReport['first'],
): readonly SequenceRow[] {
  const firstRow = first && rules[first.rule]?.findings[first.finding]?.row
  const broken = new Set(
    rules.flatMap(({ weight, findings }) => (weight === 'breaks' ? findings.map(({ row }) => row) : [])),
  )
  return rows.map((row) => {
    if (row.index !== firstRow && !broken.has(row.index)) return row
    const status = row.index === firstRow ? 'first broken rule' : 'rule broken'
    return { ...row, tone: 'error', status, name: row.name.replace(/, [^,]*$/, `, ${status}`) }
  })
}
