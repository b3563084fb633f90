/** A table read: what stops an attack, what a defence leaves open, which defences could go. */
import { type Ref, useId } from 'react'
import { Clause } from '../../../inspectors/parts/clause.tsx'
import type { LabReadings, LabTable } from '../../../projections/lab/index.ts'
import type { LabQuestion } from '../../../share/index.ts'
import { Button } from '../../../ui/button.tsx'

/** What a table is asked; without a row or a column, which defences are redundant. */
export type Question = LabQuestion | undefined

interface ReadingProps {
  readonly ref: Ref<HTMLElement>
  readonly table: LabTable
  readonly question: Question
  onAsk(question: Question): void
}

/** The three questions as buttons, and the answer to the one that is asked. */
export function Reading({ ref, table, question, onAsk }: ReadingProps) {
  const id = useId()
  const { readings, rows, columns } = table
  const [firstAttack] = rows
  const firstDefence = columns.find(({ clause }) => clause !== undefined)
  return (
    <section ref={ref} className="lab-reading" aria-labelledby={id}>
      <h3 id={id} className="visually-hidden">
        What the table says
      </h3>
      <div className="lab-questions" role="toolbar" aria-label="Questions">
        {firstAttack && (
          <Ask isAsked={question?.about === 'attack'} onAsk={() => onAsk({ about: 'attack', id: firstAttack.attack })}>
            What stops this?
          </Ask>
        )}
        {firstDefence && (
          <Ask isAsked={question?.about === 'defence'} onAsk={() => onAsk({ about: 'defence', id: firstDefence.id })}>
            What does this leave open?
          </Ask>
        )}
        <Ask isAsked={question === undefined} onAsk={() => onAsk(undefined)}>
          Which are redundant?
        </Ask>
      </div>
      <div className="lab-answer" aria-live="polite">
        {readings === undefined ? (
          <p>The answer takes all cells of the table.</p>
        ) : (
          <Answer readings={readings} question={question} />
        )}
      </div>
    </section>
  )
}

function Ask(props: { readonly isAsked: boolean; readonly children: string; onAsk(): void }) {
  return (
    <Button size="small" aria-pressed={props.isAsked} onClick={props.isAsked ? undefined : props.onAsk}>
      {props.children}
    </Button>
  )
}

function Answer({ readings, question }: { readonly readings: LabReadings; readonly question: Question }) {
  if (question === undefined) return <Redundant readings={readings} />
  return question.about === 'attack' ? (
    <WhatStops readings={readings} attack={question.id} />
  ) : (
    <LeftOpen readings={readings} defence={question.id} />
  )
}

function WhatStops({ readings, attack }: { readonly readings: LabReadings; readonly attack: string }) {
  const found = readings.attacks.find((reading) => reading.attack === attack)
  if (found === undefined) return null
  return (
    <>
      <h4>{found.title}</h4>
      <p>{found.says}</p>
      <ul>
        {found.stoppedBy.map(({ defence, cell: { by, rule, why, clause } }) => (
          <li key={defence}>
            <strong>{defence}</strong>
            {by !== undefined && (
              <>
                {' '}
                <code>{by}</code>
                {rule !== undefined && ` (${rule})`}
              </>
            )}
            : {why} {clause !== undefined && <Clause clause={clause} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function LeftOpen({ readings, defence }: { readonly readings: LabReadings; readonly defence: string }) {
  const found = readings.defences.find((reading) => reading.defence === defence)
  if (found === undefined) return null
  return (
    <>
      <h4>
        {found.title} <Clause clause={found.clause} />
      </h4>
      <p>{found.says}</p>
      <ul>
        {found.leavesOpen.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      {found.alone.length > 0 && <p>Only it stops: {found.alone.map((title) => `“${title}”`).join(', ')}.</p>}
    </>
  )
}

function Redundant({ readings: { redundant } }: { readonly readings: LabReadings }) {
  if (redundant.length === 0) return <p>No defence of this table is redundant.</p>
  return (
    <>
      <p>
        Each of these could go alone, because of the others. It holds for the attacks of this table, and for no others.
      </p>
      <ul className="lab-redundant">
        {redundant.map(({ defence, title, standIns }) => (
          <li key={defence}>
            <details>
              <summary>
                <strong>{title}</strong>:{' '}
                {standIns.length === 1 ? 'the attack' : `each of the ${standIns.length} attacks`} that it stops is
                stopped by others
              </summary>
              <ul>
                {standIns.map(({ attack, defences }) => (
                  <li key={attack}>
                    “{attack}”: {defences.join(', ')}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
