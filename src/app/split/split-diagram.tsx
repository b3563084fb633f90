/** Two live diagrams, the run on the page and the one that it is compared with, which step together. */
import { ArrowDown, CircleCheck, CircleX, Rows3, X } from 'lucide-react'
import { type ReactNode, Suspense, type UIEvent, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { SequenceDiagram } from '../../diagram/index.ts'
import { setBeside } from '../../projections/comparison/index.ts'
import type { DiagramSize } from '../../projections/drawing/metrics.ts'
import type { Outcome, Scenario } from '../../scenario-kit/contract.ts'
import { Button } from '../../ui/button.tsx'
import { closeSplit } from '../actions/splitting.ts'
import { selectRow as pickRow, showView } from '../actions/view.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { selectRow } from '../selectors/selected.ts'
import { useApp } from '../state/store.ts'
import { type ComparedRuns, useComparedRuns, useThisRun } from './compared-runs.ts'
import { sideCredentials } from './side-credentials.ts'
import './split.css'

/** The sizes that it can have: of the page, or of a room. */
type SplitSize = Extract<DiagramSize, 'regular' | 'large'>

/** Both runs of the open scenario. */
export default function SplitDiagram({ size = 'regular' }: { readonly size?: SplitSize | undefined }) {
  const scenario = useApp(selectScenario)
  return (
    <section className="split" data-size={size} aria-label="Two runs side by side">
      <Suspense fallback={<Message>The other run is being played …</Message>}>
        {scenario !== undefined && <Compared scenario={scenario} size={size} />}
      </Suspense>
    </section>
  )
}

function Compared({ scenario, size }: { readonly scenario: Scenario; readonly size: SplitSize }) {
  const runs = useComparedRuns(scenario, useThisRun(scenario))
  if ('problem' in runs) return <Message>{runs.problem}</Message>
  return <SideBySide runs={runs} size={size} />
}

/** What is said in place of the diagrams, and the way back. */
function Message({ children }: { readonly children: ReactNode }) {
  return (
    <div className="split-bar">
      <p role="status">{children}</p>
      <CloseButton />
    </div>
  )
}

function SideBySide({ runs, size }: { readonly runs: ComparedRuns; readonly size: SplitSize }) {
  const { left, right, comparison, titles, outcomes, cause } = runs
  const isOver = outcomes[0] !== undefined
  const beside = useMemo(() => setBeside(left, right, comparison, isOver), [left, right, comparison, isOver])
  const height = useApp((state) => beside.heightsAt(state.run.sequence.rowsAt(state.view.cursor)))
  const row = useApp(selectRow)
  const cursor = useApp((state) => state.view.cursor)
  const [shown, setShown] = useState<'left' | 'right'>('left')
  /** A row that the other run alone has can be looked at until the run moves on. */
  const [own, setOwn] = useState<{ readonly cursor: number; readonly height: number }>()
  const selected = own?.cursor === cursor ? own.height : row === undefined ? undefined : beside.heightOf(row.index)
  const { divergence } = comparison
  const mark = divergence === undefined ? undefined : { height: divergence, title: FIRST }
  const isParted = divergence !== undefined && divergence < height

  const select = (next: number) => {
    const picked = comparison.rows[next]?.left
    setOwn(picked === undefined ? { cursor, height: next } : undefined)
    if (picked !== undefined) pickRow(picked.index)
  }
  // A run that is over is looked at where it went wrong, not where it ended.
  const showDifference = useEffectEvent(() => {
    if (isParted) select(divergence)
  })
  useEffect(() => showDifference(), [])
  const credentials = useMemo(
    () => ({
      left: sideCredentials('left', left, comparison, height, selected),
      right: sideCredentials('right', right, comparison, height, selected),
    }),
    [left, right, comparison, height, selected],
  )
  const sides = [
    { side: 'left', title: titles[0], outcome: outcomes[0], value: cause?.left },
    { side: 'right', title: titles[1], outcome: outcomes[1], value: cause?.right },
  ] as const
  return (
    <>
      <header className="split-bar">
        <h2>
          {cause === undefined ? 'Both runs are the same' : cause.label}
          {cause !== undefined && (
            <span className="visually-hidden">
              : {cause.left} or {cause.right}
            </span>
          )}
        </h2>
        <p role="status">{placeOf(isParted, divergence)}</p>
        {isParted && (
          <Button size="small" look="quiet" icon={<ArrowDown />} onClick={() => select(divergence)}>
            {FIRST}
          </Button>
        )}
        {size === 'regular' && (
          <Button size="small" look="quiet" icon={<Rows3 />} data-wide onClick={() => showView('compare')}>
            Compare in words
          </Button>
        )}
        <CloseButton />
      </header>
      <fieldset className="split-switch">
        <legend className="visually-hidden">Run shown</legend>
        {sides.map(({ side, ...head }) => (
          <button key={side} type="button" aria-pressed={shown === side} onClick={() => setShown(side)}>
            <Head {...head} />
          </button>
        ))}
      </fieldset>
      <div className="split-sides" data-shown={shown} onScrollCapture={scrollTogether}>
        {sides.map(({ side, ...head }) => {
          const model = beside[side]
          return (
            <div key={side} className="split-side" data-side={side}>
              <div className="split-head">
                <Head {...head} />
              </div>
              <SequenceDiagram
                model={model}
                step={height}
                selected={selected}
                onSelect={select}
                onDeliver={() => undefined}
                animate={false}
                size={size === 'large' ? 'large-half' : 'half'}
                end=""
                name={`Sequence diagram: ${head.title}`}
                mark={mark}
                credentials={credentials[side]}
              />
            </div>
          )
        })}
      </div>
    </>
  )
}

const FIRST = 'First difference'

/** What a run comes to, under the value that makes the difference. */
function Head(props: {
  readonly title: string
  readonly outcome: Outcome | undefined
  readonly value: string | undefined
}) {
  const { title, outcome, value } = props
  return (
    <>
      {outcome !== undefined &&
        (outcome.result === 'success' ? (
          <CircleCheck data-result="success" aria-hidden="true" />
        ) : (
          <CircleX data-result="failure" aria-hidden="true" />
        ))}
      <span className="split-head-text">
        {value !== undefined && <strong>{value}</strong>}
        <span title={outcome?.goal.description}>{title}</span>
      </span>
    </>
  )
}

function CloseButton() {
  return (
    <Button
      size="small"
      icon={<X />}
      aria-label="Close the split view"
      title="Shows the run alone again (Esc)"
      onClick={closeSplit}
    >
      Close
    </Button>
  )
}

/** Where the runs stand to each other, in words. */
function placeOf(isParted: boolean, divergence: number | undefined): string {
  if (divergence === undefined) return 'Message by message they say the same.'
  return isParted ? '' : 'The same so far.'
}

/** Both diagrams are as high as each other, so that rows that belong together stay at one height. */
function scrollTogether({ target, currentTarget }: UIEvent): void {
  if (!(target instanceof Element)) return
  const { scrollTop, scrollLeft } = target
  for (const diagram of currentTarget.querySelectorAll('.sequence')) {
    if (diagram === target) continue
    diagram.scrollTop = scrollTop
    diagram.scrollLeft = scrollLeft
  }
}
