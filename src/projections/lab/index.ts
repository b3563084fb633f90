/** From the cells of a policy lab to its table in words. */
import type { Message } from '../../simulation/types.ts'
import { responseDetail } from '../response-detail.ts'
import { readingsOf } from './readings.ts'
import type { LabCell, LabSource, LabTable, ToldCell } from './types.ts'

export type * from './types.ts'

/** Makes the table of as many cells as there are. */
export function labTable(source: LabSource): LabTable {
  const { scenario, attacks, columns, cells, findings } = source
  const rows = attacks.map((attack) => {
    const { title = attack, summary = '' } = scenario.outcomes.find(({ id }) => id === attack) ?? {}
    const own = cells.filter((cell) => cell.attack === attack)
    return {
      attack,
      title,
      summary,
      cells: columns.map(({ id }) => {
        const cell = own.find(({ column }) => column === id)
        return cell && cellInWords(cell, own, source)
      }),
    }
  })
  const table = { scenario: { id: scenario.id, title: scenario.title }, columns, rows }
  return findings === undefined ? table : { ...table, readings: readingsOf(table, findings) }
}

function cellInWords(cell: ToldCell, row: readonly ToldCell[], source: LabSource): LabCell {
  const { column, ending, isUsable, isPresupposed } = cell
  const first = stoppingRefusal(cell, row)
  const isHeld = ending === 'stopped' || ending === 'in_vain'
  const refused = first && {
    by: first.message === undefined ? actorTitle(first.by, source) : messageLine(first.message),
    // Of an answer that names no rule the message says it all.
    ...(first.rule !== `answers ${first.message?.response?.status}` && { rule: first.rule }),
    ...(first.clause !== undefined && { clause: first.clause }),
  }
  const sentences = [
    ending === 'stopped' ? (first?.why ?? '') : WHY[ending],
    isUsable ? '' : 'Honest use does not work with these settings.',
    isPresupposed ? 'The attack is on what this defence leaves open, so it is on in every column.' : '',
  ]
  return {
    column,
    verdict: ending === 'succeeded' ? 'open' : isHeld && isUsable ? 'stopped' : 'unclear',
    word: isHeld && !isUsable ? 'Breaks honest use' : WORDS[ending],
    // What is refused on the way of an attack that succeeds has stopped nothing.
    ...(ending === 'stopped' && refused),
    why: sentences.filter((sentence) => sentence !== '').join(' '),
    isUsable,
  }
}

/** The first refusal that is not also found where the attack succeeds, if there is one. */
function stoppingRefusal({ refusals }: ToldCell, row: readonly ToldCell[]): Refusal | undefined {
  const harmless = row.filter(({ ending }) => ending === 'succeeded').flatMap((cell) => cell.refusals)
  const isHarmless = ({ by, rule }: Refusal) => harmless.some((other) => other.by === by && other.rule === rule)
  return refusals.find((refusal) => !isHarmless(refusal)) ?? refusals[0]
}

type Refusal = ToldCell['refusals'][number]

const WORDS: Readonly<Record<ToldCell['ending'], string>> = {
  succeeded: 'Not stopped',
  stopped: 'Stopped',
  in_vain: 'Gains nothing',
  cannot_go_on: 'Not applicable',
}

const WHY = {
  succeeded: 'The attacker has what the attack is for.',
  in_vain: 'Nobody refuses anything, and the attacker does not get there.',
  cannot_go_on: 'With this defence there is nothing that the attack could go on with, so the run shows nothing of it.',
}

function actorTitle(id: string, { actors }: LabSource): string {
  return actors.find((actor) => actor.id === id)?.title ?? id
}

/** `POST /token → 400 invalid_grant`; of a request that nobody has answered the request alone. */
function messageLine({ request, response }: Message): string {
  const line = `${request.method} ${new URL(request.url).pathname}`
  return response === undefined ? line : `${line} → ${responseDetail(response).status}`
}
