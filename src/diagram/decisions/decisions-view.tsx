/** How the client's code decides: its flowchart with the way lit that it took last, and every way in words. */
import { type DecisionChart, type DecisionPath, flowchartText } from '../../projections/index.ts'
import { type MermaidTheme, MermaidView } from '../mermaid/index.ts'
import './decisions-view.css'

/** What is shown. */
export interface DecisionsViewProps {
  readonly title: string
  readonly chart: DecisionChart
  /** The ways taken so far; the last one is lit. */
  readonly paths: readonly DecisionPath[]
  readonly theme: MermaidTheme
}

/** The flowchart and, as its text alternative, the ways through it. */
export function DecisionsView({ title, chart, paths, theme }: DecisionsViewProps) {
  const lit = paths.at(-1)
  const inOrder = paths.toSorted((one, other) => one.number - other.number)
  return (
    <div className="decisions">
      <p className="decisions-title">{title}</p>
      <div className="decisions-chart">
        <MermaidView
          text={flowchartText(chart, lit)}
          theme={theme}
          live={lit === undefined ? 'Nothing has been decided yet.' : 'Highlighted: the path that the code took last.'}
        />
      </div>
      {paths.length > 0 && (
        <ol className="decisions-paths" aria-label="Paths taken">
          {inOrder.map((path) => (
            <li key={path.number} aria-current={path === lit || undefined}>
              <p className="decisions-path">
                Path {path.number}
                {path === lit && ', lit'}
              </p>
              <ol aria-label={`Path ${path.number}`}>
                {path.decisions.map(({ step, question, answer }) => (
                  <li key={question}>
                    Step {step}: {question} <strong>{answer}</strong>
                  </li>
                ))}
                <li>{whereIs(path, chart)}</li>
              </ol>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function whereIs({ nodes }: DecisionPath, chart: DecisionChart): string {
  const last = chart.nodes.find(({ id }) => id === nodes.at(-1))
  if (last === undefined) return ''
  return last.kind === 'end' ? `Ends: ${last.label}` : `Not decided yet: ${last.label}`
}
