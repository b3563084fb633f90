/** The race explorer: what would happen in every other order, and a way into each outcome. */
import { FastForward, Shuffle } from 'lucide-react'
import { useId, useState } from 'react'
import { DEFAULT_BOUND } from '../../../scenario-kit/races/explore.ts'
import { Button } from '../../../ui/button.tsx'
import '../../../ui/field.css'
import { Progress } from '../../../ui/progress.tsx'
import { explore, goToRace, stopExploring } from '../../actions/races.ts'
import { selectWaiting } from '../../selectors/moment.ts'
import { isExploredHere, selectExploration } from '../../selectors/races.ts'
import type { RaceExploration } from '../../state/run.ts'
import { useApp } from '../../state/store.ts'
import { Outcomes } from './outcomes.tsx'
import './panel.css'
import { coverageOf, verdictOf } from '../../races/words.ts'

const BOUNDS = [200, DEFAULT_BOUND, 20_000]

/** Where the exploration would start, the one that is under way or over, and its outcomes. */
export default function Races() {
  const exploration = useApp(selectExploration)
  const [bound, setBound] = useState(DEFAULT_BOUND)
  return (
    <div className="races">
      {exploration?.isRunning ? undefined : <Start bound={bound} onBound={setBound} />}
      {/* Its words change when an exploration begins and when it is over, and are read out then. */}
      <div role="status" className="races-status">
        {exploration !== undefined && <Status exploration={exploration} />}
      </div>
      {exploration?.isRunning && <Exploring exploration={exploration} />}
      {exploration?.report !== undefined && exploration.report.outcomes.length > 0 && (
        <Outcomes report={exploration.report} />
      )}
    </div>
  )
}

interface StartProps {
  readonly bound: number
  onBound(bound: number): void
}

/** The moment at the cursor: what waits there, and the button that explores from it. */
function Start({ bound, onBound }: StartProps) {
  const waiting = useApp((state) => selectWaiting(state).length)
  const cursor = useApp((state) => state.view.cursor)
  const isExplored = useApp((state) => isExploredHere(state) && selectExploration(state)?.report?.coverage === 'every')
  const id = useId()
  if (waiting < 2) {
    return (
      <div className="races-start">
        <p>
          Where messages wait together, the order in which they arrive may decide how the run ends. The explorer tries
          every order and counts how many lead to each end.
        </p>
        <p>
          {waiting === 0 ? 'Nothing waits' : 'One message waits'} on the wire at step {cursor}, so there is no order to
          choose here.
        </p>
        <Button icon={<FastForward />} look="primary" onClick={() => void goToRace()}>
          Go to where the race starts
        </Button>
      </div>
    )
  }
  if (isExplored) return null
  return (
    <div className="races-start">
      <p>
        {waiting} messages wait on the wire at step {cursor}. Any of them may arrive next, and then any that follow. The
        explorer tries every order until none is left.
      </p>
      <div className="races-controls">
        <Button icon={<Shuffle />} look="primary" onClick={() => explore(bound)}>
          Explore the orders
        </Button>
        <label htmlFor={id}>Replay at most</label>
        <select
          id={id}
          className="field"
          value={bound}
          onChange={(event) => onBound(Number(event.target.value))}
          title="Beyond that the result is a sample, and says so."
        >
          {BOUNDS.map((value) => (
            <option key={value} value={value}>
              {value.toLocaleString('en')} orders
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

function Status({ exploration: { from, isRunning, report } }: { readonly exploration: RaceExploration }) {
  const step = from.choices.length
  if (isRunning) return <p>Exploring the orders from step {step} …</p>
  if (report === undefined) return <p>The exploration from step {step} did not finish.</p>
  return (
    <>
      <p className="races-verdict">{verdictOf(report)}</p>
      <p>{coverageOf(report, step)}</p>
    </>
  )
}

function Exploring({ exploration: { report } }: { readonly exploration: RaceExploration }) {
  return (
    <Progress label="Orders explored" value={report?.progress ?? 0} max={1} onCancel={stopExploring}>
      {(report?.tried ?? 0).toLocaleString('en')} replayed, at most {report?.bound.toLocaleString('en') ?? '…'}
    </Progress>
  )
}
