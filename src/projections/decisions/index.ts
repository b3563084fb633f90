/** Which way the client's code took through its flowchart: from the decisions that it recorded as it ran. */
import type { Trace } from '../../simulation/types.ts'
import { eventsUpTo } from '../moments.ts'

/** A flowchart as scenarios declare it: an edge that leaves a question has its answer, any other node one edge or none. */
export interface DecisionChart {
  readonly nodes: readonly {
    readonly id: string
    readonly label: string
    readonly kind: 'start' | 'question' | 'action' | 'end'
  }[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly answer?: string }[]
}

/** A question that the code came to, and what it answered. */
interface Decision {
  /** The step in which it was recorded. */
  readonly step: number
  /** The label of its node. */
  readonly question: string
  readonly answer: string
}

/** One way through the chart. Several are under way at once when several calls are. */
export interface DecisionPath {
  /** Its number in the order in which paths were begun, from 1. */
  readonly number: number
  readonly decisions: readonly Decision[]
  /** Ids of the nodes passed, in order. The last one is a question that waits for its answer, or an end. */
  readonly nodes: readonly string[]
  /** The edges taken, as positions in the chart's list. */
  readonly edges: readonly number[]
}

/** The paths that had been begun at a step; the one that went on last stands last. */
export function decisionPathsAt(chart: DecisionChart, trace: Trace, step: number): readonly DecisionPath[] {
  let paths: readonly DecisionPath[] = []
  for (const event of eventsUpTo(trace, step)) {
    if (event.type !== 'note' || event.note.type !== 'decision') continue
    const { question, answer } = event.note
    // The newest path that waits there: an older one may have been given up.
    const waiting = paths.findLast(({ nodes }) => nodes.at(-1) === question) ?? begin(chart, question, paths.length + 1)
    const label = chart.nodes.find(({ id }) => id === question)?.label ?? question
    const decided = { ...waiting, decisions: [...waiting.decisions, { step: event.step, question: label, answer }] }
    const edge = chart.edges.findIndex(({ from, answer: given }) => from === question && given === answer)
    paths = [...paths.filter((path) => path !== waiting), take(chart, decided, edge)]
  }
  return paths
}

/** The way from the chart's start to its first question; the question alone when it is another one. */
function begin(chart: DecisionChart, question: string, number: number): DecisionPath {
  const start = chart.nodes.find(({ kind }) => kind === 'start')?.id ?? question
  const path = goOn(chart, { number, decisions: [], nodes: [start], edges: [] })
  return path.nodes.at(-1) === question ? path : { number, decisions: [], nodes: [question], edges: [] }
}

/** Follows an edge, then all that need no answer. */
function take(chart: DecisionChart, path: DecisionPath, edge: number): DecisionPath {
  const to = chart.edges[edge]?.to
  if (to === undefined) return path
  return goOn(chart, { ...path, nodes: [...path.nodes, to], edges: [...path.edges, edge] })
}

function goOn(chart: DecisionChart, path: DecisionPath): DecisionPath {
  const edge = chart.edges.findIndex(({ from, answer }) => from === path.nodes.at(-1) && answer === undefined)
  // A circle without a question would never end.
  return path.edges.includes(edge) ? path : take(chart, path, edge)
}
