/** Colours TypeScript. Loaded only when code is shown, because the grammar weighs more than the panel. */
import typescript from 'highlight.js/lib/languages/typescript'
import { createLowlight } from 'lowlight'

/** A run of characters with the highlighter's class names. */
export interface Fragment {
  readonly text: string
  readonly className: string | undefined
}

type Root = ReturnType<ReturnType<typeof createLowlight>['highlight']>
type Node = Root['children'][number]

const lowlight = createLowlight({ typescript })

/** The fragments of each line. Joined, they are the text again. */
export function highlightLines(text: string): readonly (readonly Fragment[])[] {
  const lines: Fragment[][] = [[]]
  for (const { text: run, className } of fragmentsOf(lowlight.highlight('typescript', text).children, undefined)) {
    run.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, className })
    })
  }
  return lines
}

function fragmentsOf(nodes: readonly Node[], className: string | undefined): Fragment[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [{ text: node.value, className }]
    if (node.type !== 'element') return []
    const own = node.properties.className
    return fragmentsOf(node.children, Array.isArray(own) ? own.join(' ') : className)
  })
}
