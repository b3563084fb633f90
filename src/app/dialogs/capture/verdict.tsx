/** The first rule that a recorded login breaks: what was sent, what was expected, how to fix it, and the run that shows it. */
import { CircleCheck, CircleDashed, CircleX, Globe, Play, Search, TriangleAlert } from 'lucide-react'
import type { CaptureReport, CheckedRule, Finding } from '../../../capture/index.ts'
import { CharacterComparison } from '../../../inspectors/parts/character-comparison.tsx'
import { Panel, Section } from '../../../inspectors/parts/section.tsx'
import { Button } from '../../../ui/button.tsx'
import { openNearest, showHosts } from '../../actions/capture.ts'
import type { ReadCapture } from '../../state/capture.ts'
import { RuleClause } from './rule-clause.tsx'

interface VerdictProps {
  readonly capture: ReadCapture
  onShow(row: number): void
}

/** The first broken rule, or that there is none; and who is who. */
export function Verdict({ capture: { report, hosts }, onShow }: VerdictProps) {
  const rule = report.first && report.rules[report.first.rule]
  const finding = report.first && rule?.findings[report.first.finding]
  return (
    <Panel>
      {rule === undefined || finding === undefined ? (
        <NothingFound report={report} />
      ) : (
        <FirstBroken rule={rule} finding={finding} onShow={onShow} />
      )}
      <Unseen unseen={report.coverage.unseen} />
      <Section title="Who is who">
        <dl className="capture-parties">
          {report.parties.map(({ id, title, origin }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>{origin === undefined ? 'where it was recorded' : <code>{origin}</code>}</dd>
            </div>
          ))}
        </dl>
        <div className="capture-actions">
          <Button size="small" icon={<Globe />} onClick={() => showHosts(hosts === 'full' ? 'domain' : 'full')}>
            {hosts === 'full' ? 'Cut host names' : 'Show full host names'}
          </Button>
        </div>
      </Section>
    </Panel>
  )
}

/** Nothing is called in order that was not seen, nor what is no OAuth. */
function NothingFound({ report: { coverage, rules } }: { readonly report: CaptureReport }) {
  const checked = rules.filter(({ places }) => places > 0).length
  const isOther = coverage.protocols.length > 0
  const isPart = isOther || coverage.unseen.length > 0
  return (
    <div className="capture-verdict" data-weight={isPart ? 'unknown' : 'none'} role="status">
      <h3>
        {isPart ? <CircleDashed aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}{' '}
        {isOther ? `This is ${coverage.protocols.join(', ')}` : 'No broken rule was found'}
      </h3>
      <p>
        {isOther
          ? 'It is a sign-in of another kind: the rules here are those of OAuth and OpenID Connect, and say nothing of it.'
          : `That is said of what was recorded: ${coverage.seen.join(', ')}. ${checked} of ${rules.length} rules could be checked. What goes wrong only inside a server is not in it.`}
      </p>
    </div>
  )
}

function Unseen({ unseen }: { readonly unseen: readonly string[] }) {
  if (unseen.length === 0) return null
  return (
    <Section title="Not in this recording">
      <ul className="capture-findings">
        {unseen.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  )
}

const CERTAINTY = {
  named: 'What it comes from',
  likely: 'What it probably comes from',
  'code-only': 'What such an error can come from',
} as const

/** The causes that a pasted text with this error has. */
function Causes({ finding: { explanation } }: { readonly finding: Finding }) {
  if (explanation === undefined) return null
  return (
    <Section title={CERTAINTY[explanation.certainty]}>
      <ul className="capture-findings">
        {explanation.causes.map(({ id, title, tellApart, fix }) => (
          <li key={id}>
            <strong>{title}.</strong> {tellApart} {fix}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was sent and what was expected. Names that stand for secrets have no characters worth comparing. */
function Values({ finding: { sent, expected, isExact } }: { readonly finding: Finding }) {
  if (sent === undefined) return null
  if (isExact && expected !== undefined) return <CharacterComparison sent={sent} expected={expected} />
  return (
    <dl className="capture-values">
      <dt>Sent</dt>
      <dd>
        <code>{sent}</code>
      </dd>
      {expected !== undefined && (
        <>
          <dt>Expected</dt>
          <dd>
            <code>{expected}</code>
          </dd>
        </>
      )}
    </dl>
  )
}

interface FirstBrokenProps {
  readonly rule: CheckedRule
  readonly finding: Finding
  onShow(row: number): void
}

function FirstBroken({ rule, finding, onShow }: FirstBrokenProps) {
  const { message, description, fix, see, row } = finding
  return (
    <article className="capture-verdict" data-weight={rule.weight} aria-label="First broken rule">
      <p className="capture-kicker" role="status">
        {rule.weight === 'breaks' ? <CircleX aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        {rule.weight === 'breaks' ? 'First broken rule' : 'It works, but could be safer'}, at step {row + 1}
      </p>
      <h3>{rule.title}</h3>
      <p className="capture-clause">
        <RuleClause clause={rule.clause} />
      </p>
      <p>{message}</p>
      <Values finding={finding} />
      {description !== undefined && <blockquote>{description}</blockquote>}
      <p>
        <strong>How to fix it.</strong> {fix}
      </p>
      <Causes finding={finding} />
      <div className="capture-actions">
        {see !== undefined && (
          <Button look="primary" icon={<Play />} onClick={() => void openNearest(see)}>
            {see.shows === 'failure' ? 'See it happen here' : 'See how it goes right'}
          </Button>
        )}
        <Button icon={<Search />} onClick={() => onShow(row)}>
          Read the message
        </Button>
      </div>
    </article>
  )
}
