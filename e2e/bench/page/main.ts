/** A page with the parts that are measured alone, and handles for the benches that measure them. */
import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { animate, append, appendAtOnce, mountDiagram, scrub } from './diagram.tsx'
import { drawWithMermaid } from './mermaid.ts'
import { exchangeThroughBareWorker, exchangeThroughMsw } from './wire.ts'

const parts = { animate, append, appendAtOnce, scrub, drawWithMermaid, exchangeThroughMsw, exchangeThroughBareWorker }

declare global {
  interface Window {
    parts: typeof parts
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element “root”.')
mountDiagram(root)
window.parts = parts
