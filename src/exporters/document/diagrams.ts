/** The diagrams of a document as Mermaid text, for every format that has them. */
import { flowchartText } from '../../projections/decisions/mermaid.ts'
import { type DocumentModel, rowsOfRun } from '../../projections/document/index.ts'
import { stateDiagram } from '../../projections/sign-in/index.ts'
import { mergedSequenceText } from './merged-sequence.ts'

/** A diagram of a document. */
export interface DiagramText {
  /** `sequence`, `sequence-2` …, `states` or `flowchart`: unique in a document. */
  readonly id: string
  readonly title: string
  readonly text: string
}

/** The sequence diagrams: the one with the happy outcome, then those of runs that begin otherwise. At least one. */
export function sequenceDiagrams({ diagrams, outcomes }: DocumentModel): readonly DiagramText[] {
  return diagrams.map((diagram, index) => ({
    id: index === 0 ? 'sequence' : `sequence-${index + 1}`,
    title: diagram.title,
    text: mergedSequenceText(diagram, outcomes),
  }))
}

/** The happy outcome by itself. */
export function happyDiagram({ diagrams, outcomes }: DocumentModel): DiagramText {
  const [{ id, title }] = outcomes
  const [main = { title, lanes: [], parts: [] }] = diagrams
  const rows = rowsOfRun(main.parts, id).map((row) => ({ type: 'row', row, runs: [id] }) as const)
  const parts = [...rows, { type: 'end', run: id } as const]
  return { id: 'sequence', title, text: mergedSequenceText({ ...main, parts }, outcomes) }
}

/** The state machine of the sign-in, when the document has its guards. */
export function statesDiagram({ guards }: DocumentModel): DiagramText | undefined {
  if (guards.length === 0) return undefined
  return { id: 'states', title: 'States of a sign-in', text: stateDiagram(guards, '', []).trimEnd() }
}

/** How the code decides, when the scenario has a flowchart. */
export function decisionDiagram({ flowchart }: DocumentModel): DiagramText | undefined {
  return flowchart && { id: 'flowchart', title: flowchart.title, text: flowchartText(flowchart, undefined) }
}
