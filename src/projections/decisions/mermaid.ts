/** A flowchart as Mermaid text, the path taken lit. */
import type { DecisionChart, DecisionPath } from './index.ts'

const SHAPES = {
  start: ['([', '])'],
  // A hexagon: a rhombus around a sentence takes a pane for itself.
  question: ['{{', '}}'],
  action: ['[', ']'],
  end: ['([', '])'],
} as const

/** Mermaid text: the nodes and edges of a path have thicker strokes, the nodes also the colours of the frame. */
export function flowchartText({ nodes, edges }: DecisionChart, path: DecisionPath | undefined): string {
  // Ids of our own: a node of the chart may have the name of a keyword.
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]))
  const lit = [
    ...new Set(path?.nodes.flatMap((id) => names.get(id) ?? []) ?? []),
    ...(path?.edges.map((edge) => `e${edge}`) ?? []),
  ]
  return [
    'flowchart TD',
    ...nodes.map(({ id, label, kind }) => {
      const [open, close] = SHAPES[kind]
      return `  ${names.get(id)}${open}${quoted(label)}${close}`
    }),
    ...edges.map(({ from, to, answer }, index) => {
      const words = answer === undefined ? '' : `|${quoted(answer)}|`
      // Names of edges are new to Mermaid: only where one is lit.
      const name = path === undefined ? '' : ` e${index}@`
      return `  ${names.get(from)}${name || ' '}-->${words} ${names.get(to)}`
    }),
    ...(lit.length === 0 ? [] : ['  classDef lit stroke-width:3px', `  class ${lit.join(',')} lit`]),
  ].join('\n')
}

/** A label in quotes; Mermaid knows no escape but its own entity. */
function quoted(label: string): string {
  return `"${label.replaceAll('"', '#quot;')}"`
}
