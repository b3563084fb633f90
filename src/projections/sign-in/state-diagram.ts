/** A transition table as a Mermaid state diagram, with one state lit. */
import type { TableRow } from './walk.ts'

/**
 * The text of the diagram. `lit` is the state to light; rows of `fired` carry a dot, and the states that they passed a
 * dashed line. What leads back to its own state is a note; what nothing leads out of is an end. States and labels are the
 * table's own plain words, which Mermaid reads as they are.
 */
export function stateDiagram(table: readonly TableRow[], lit: string, fired: readonly TableRow[]): string {
  const states = [...new Set(table.flatMap(({ from, to }) => [from, to]))]
  const id = (state: string) => `s${states.indexOf(state)}`
  const initial = table[0]
  const isEnd = (state: string) => table.every(({ from }) => from !== state)
  const passed = states.filter(
    (state) => state !== lit && fired.some(({ from, to }) => from !== to && [from, to].includes(state)),
  )
  const lines = [
    'stateDiagram-v2',
    ...states.map((state) => `state "${state}" as ${id(state)}`),
    ...(initial === undefined ? [] : [`[*] --> ${id(initial.from)}`]),
    ...arrows(table).map(([first, ...others]) => {
      const labels = [first, ...others].map((row) => `${fired.includes(row) ? '● ' : ''}${row.event} [${row.guard}]`)
      // Mermaid writes the words of a loop over those of other arrows, so what stays stands in a note.
      return first.from === first.to
        ? `note right of ${id(first.from)} : stays on<br/>${labels.join('<br/>')}`
        : `${id(first.from)} --> ${id(first.to)}: ${labels.join('<br/>')}`
    }),
    ...states.filter(isEnd).map((state) => `${id(state)} --> [*]`),
    'classDef passed stroke-width:2px,stroke-dasharray:6 4',
    ...passed.map((state) => `class ${id(state)} passed`),
    'classDef lit stroke-width:4px,font-weight:bold',
    ...(states.includes(lit) ? [`class ${id(lit)} lit`] : []),
  ]
  return `${lines.join('\n  ')}\n`
}

/** Rows between the same two states: one arrow, because Mermaid would write the words of several over each other. */
function arrows(table: readonly TableRow[]): readonly (readonly [TableRow, ...TableRow[]])[] {
  const found = new Map<string, [TableRow, ...TableRow[]]>()
  for (const row of table) {
    const key = JSON.stringify([row.from, row.to])
    const same = found.get(key)
    if (same === undefined) found.set(key, [row])
    else same.push(row)
  }
  return [...found.values()]
}
