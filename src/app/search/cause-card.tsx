/** One cause: how to know it, what to do, the run that shows it, and who else had it. */
import { Play } from 'lucide-react'
import {
  type Cause,
  type CauseRun,
  type Diagnosis,
  evidenceUrl,
  type KnownError,
  takenSettings,
} from '../../guidance/diagnosis/index.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { Button } from '../../ui/button.tsx'
import { choose } from './choose.ts'
import { CopyAnswer } from './copy-answer.tsx'

interface CauseCardProps {
  readonly cause: Cause & { readonly known?: KnownError }
  readonly scenarios: readonly Scenario[]
  readonly isOpen: boolean
  /** What was pasted: its values go into the run. */
  readonly diagnosis?: Diagnosis
}

/** A card that unfolds; its answer can be copied either way. */
export function CauseCard({ cause, scenarios, isOpen, diagnosis }: CauseCardProps) {
  return (
    <div className="cause">
      <details open={isOpen}>
        <summary>{cause.title}</summary>
        <dl>
          {cause.known !== undefined && <Known known={cause.known} />}
          <dt>How to tell</dt>
          <dd>{cause.tellApart}</dd>
          <dt>What to do</dt>
          <dd>{cause.fix}</dd>
        </dl>
        {cause.runs.length === 0 ? (
          <p className="cause-no-run">{cause.outside}</p>
        ) : (
          <ul className="cause-runs">
            {cause.runs.map((run) => (
              <RunOffer key={`${run.scenario}/${run.outcome}`} run={run} scenarios={scenarios} diagnosis={diagnosis} />
            ))}
          </ul>
        )}
        {cause.evidence.length > 0 && (
          <p className="cause-evidence">
            Seen in{' '}
            {cause.evidence.map((thread) => (
              <a key={thread} href={evidenceUrl(thread)} target="_blank" rel="noreferrer">
                {thread}
                <span className="visually-hidden"> (opens in a new tab)</span>
              </a>
            ))}
          </p>
        )}
      </details>
      <div className="cause-copy">
        <CopyAnswer cause={cause} scenarios={scenarios} diagnosis={diagnosis} />
      </div>
    </div>
  )
}

/** What the vendor's own message says, and where it is mended there. */
function Known({ known: { vendor, code, says, where, source } }: { readonly known: KnownError }) {
  return (
    <>
      <dt>{code === undefined ? vendor : `${vendor}, ${code}`}</dt>
      <dd>
        {says}
        {where !== undefined && ` ${where}`}{' '}
        <a href={source} target="_blank" rel="noreferrer">
          Source
          <span className="visually-hidden"> (opens in a new tab)</span>
        </a>
      </dd>
    </>
  )
}

interface RunOfferProps {
  readonly run: CauseRun
  readonly scenarios: readonly Scenario[]
  readonly diagnosis: Diagnosis | undefined
}

function RunOffer({ run, scenarios, diagnosis }: RunOfferProps) {
  const scenario = scenarios.find(({ id }) => id === run.scenario)
  const outcome = scenario?.outcomes.find(({ id }) => id === run.outcome)
  if (scenario === undefined || outcome === undefined) return null
  const settings = diagnosis === undefined ? {} : takenSettings(run, diagnosis)
  const labels = Object.keys(settings).map((id) => `your ${id}`)
  return (
    <li>
      <Button
        look="primary"
        size="small"
        icon={<Play />}
        aria-label={`Watch it happen: ${outcome.title}, ${scenario.title}`}
        onClick={() => choose({ type: 'run', scenario: scenario.id, outcome: outcome.id, settings })}
      >
        Watch it happen
      </Button>
      <span>
        {outcome.title}{' '}
        <span className="cause-scenario">
          in {scenario.title}
          {labels.length > 0 && `, with ${labels.join(' and ')}`}
        </span>
      </span>
    </li>
  )
}
