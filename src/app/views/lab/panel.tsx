/** The policy lab: which defence stops which attack, every cell of it played. */
import { FlaskConical, Play } from 'lucide-react'
import { use, useEffect, useId, useMemo, useRef } from 'react'
import { labTable } from '../../../projections/lab/index.ts'
import { cellCount, labSource } from '../../../scenario-kit/policy-lab/source.ts'
import { Button } from '../../../ui/button.tsx'
import '../../../ui/field.css'
import { Progress } from '../../../ui/progress.tsx'
import { scrollInPane } from '../../../ui/scroll-in-pane.ts'
import { useIsNarrow } from '../../../ui/use-window.ts'
import { isWhole, playLabs, playWhenSeen, stopLabs } from '../../actions/lab.ts'
import { showLab } from '../../actions/view.ts'
import { loadLabs, type ScenarioLab } from '../../lab/labs.ts'
import { useApp } from '../../state/store.ts'
import { type Question, Reading } from './reading.tsx'
import { LabGrid } from './table.tsx'
import { TableFiles } from './table-files.tsx'
import './panel.css'

const loading = loadLabs()

/** One table at a time: that of the open scenario first, any other one from the list. */
export default function PolicyLab() {
  const labs = use(loading)
  const open = useApp(({ recipe }) => recipe.scenario)
  const asked = useApp(({ view }) => view.lab?.table)
  const own = labs.find(({ scenario }) => scenario.id === open)
  const shown = labs.find(({ scenario }) => scenario.id === asked) ?? own ?? labs[0]
  const isNarrow = useIsNarrow()
  if (shown === undefined) return null
  const listed = own === undefined ? labs : [own, ...labs.filter((declared) => declared !== own)]
  return (
    <div className="lab">
      {!isNarrow && <Lead />}
      <Controls labs={listed} shown={shown} onShow={(table) => showLab({ table })} />
      <LabTableOf key={shown.scenario.id} declared={shown} />
    </div>
  )
}

/** What a cell is, and what can be pressed. */
function Lead() {
  return (
    <p className="lab-lead">
      Each cell is played: the attack of its row, with the defence of its column on and all others off. Press a cell to
      open its run, a head to ask about it.
    </p>
  )
}

interface ControlsProps {
  readonly labs: readonly ScenarioLab[]
  readonly shown: ScenarioLab
  onShow(scenario: string): void
}

/** Which table is shown, and how far the playing is. */
function Controls({ labs, shown, onShow }: ControlsProps) {
  const id = useId()
  const work = useApp(({ run }) => run.lab)
  const missing = labs.filter((declared) => !isWhole(work, declared))
  const isRunning = work.progress !== undefined
  return (
    <>
      <div className="lab-controls">
        <label htmlFor={id}>Attacks of</label>
        <select id={id} className="field" value={shown.scenario.id} onChange={(event) => onShow(event.target.value)}>
          {labs.map(({ scenario }) => (
            <option key={scenario.id} value={scenario.id}>
              {scenario.title}
            </option>
          ))}
        </select>
        {!isRunning && missing.includes(shown) && (
          <Button size="small" icon={<Play />} onClick={() => playLabs([shown])}>
            Play this table
          </Button>
        )}
        {!isRunning && missing.some((declared) => declared !== shown) && (
          <Button
            size="small"
            icon={<FlaskConical />}
            title={`${cellsIn(missing)} cells have not been played yet`}
            onClick={() => playLabs([shown, ...bySize(labs.filter((declared) => declared !== shown))])}
          >
            Play every table
          </Button>
        )}
        <p role="status" className="lab-status">
          {isRunning
            ? 'Playing the cells …'
            : isWhole(work, shown)
              ? `All ${cellCount(shown.shape)} cells of this table have been played.`
              : 'Not all cells of this table have been played.'}
        </p>
      </div>
      {work.progress !== undefined && (
        <Progress label="Cells played" value={work.progress.done} max={work.progress.of} onCancel={stopLabs}>
          {work.progress.done} of {work.progress.of}
        </Progress>
      )}
    </>
  )
}

/** The longest first, so that no worker begins a long one when the other is at its last. */
function bySize(labs: readonly ScenarioLab[]): readonly ScenarioLab[] {
  return [...labs].sort((one, other) => cellCount(other.shape) - cellCount(one.shape))
}

function cellsIn(labs: readonly ScenarioLab[]): number {
  return labs.reduce((sum, declared) => sum + cellCount(declared.shape), 0)
}

const NOTHING = { actors: [], cells: [] }

/** A table, with the question that is asked of it. It is played when it is first looked at. On a phone the table comes before what is said of it. */
function LabTableOf({ declared }: { readonly declared: ScenarioLab }) {
  const { scenario, shape } = declared
  const { actors, cells } = useApp(({ run }) => run.lab.played[scenario.id]) ?? NOTHING
  const table = useMemo(() => labTable(labSource(scenario, shape, cells, actors)), [scenario, shape, cells, actors])
  const place = useApp(({ view }) => view.lab)
  const question = place?.table === scenario.id ? place.asked : undefined
  const ask = (asked: Question) => showLab({ table: scenario.id, ...(asked && { asked }) })
  const isIdle = useApp(({ run }) => run.lab.progress === undefined)
  useEffect(() => {
    if (isIdle) playWhenSeen(declared)
  }, [declared, isIdle])
  const isNarrow = useIsNarrow()
  const answer = useRef<HTMLElement>(null)
  const isAnswered = table.readings !== undefined
  useEffect(() => {
    if (isNarrow && isAnswered && question !== undefined && answer.current !== null) scrollInPane(answer.current)
  }, [isNarrow, isAnswered, question])
  const reading = <Reading ref={answer} table={table} question={question} onAsk={ask} />
  return (
    <>
      {!isNarrow && reading}
      <LabGrid table={table} cells={cells} question={question} onAsk={ask} />
      {isNarrow && <Lead />}
      {isNarrow && reading}
      <TableFiles table={table} place={{ table: scenario.id, ...(question && { asked: question }) }} />
    </>
  )
}
