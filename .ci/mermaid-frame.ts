/**
 * Builds the sandboxed frame that Mermaid draws in: one document and one classic script beside the page. A sandboxed document
 * has an opaque origin, for which a static host sends no CORS headers; a module, or a chunk of one, could not be loaded there.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const FOLDER = fileURLToPath(new URL('../src/diagram/mermaid/', import.meta.url))
const DOCUMENT = 'mermaid-frame.html'
const SCRIPT = 'mermaid-frame.js'

/** Of what Mermaid loads on demand, what the diagrams of this project need; in one script all the rest would be dead weight. */
const DRAWN = /\/(?:sequenceDiagram|stateDiagram-v2|flowDiagram|dagre)-\w+\.mjs$/

/** Leaves out the diagram types that are never drawn. */
function drawnDiagramsOnly(): Plugin {
  const LEFT_OUT = '\0left-out'
  return {
    name: 'drawn-diagrams-only',
    enforce: 'pre',
    resolveDynamicImport(specifier, importer) {
      const isMermaid = typeof specifier === 'string' && importer?.includes('/mermaid/dist/')
      return isMermaid && !DRAWN.test(specifier) ? LEFT_OUT : undefined
    },
    resolveId: (id) => (id === LEFT_OUT ? id : undefined),
    load: (id) =>
      id === LEFT_OUT ? `throw new Error('This frame draws sequence, state and flow diagrams only.')` : undefined,
  }
}

/** The frame's script: one classic script, whatever Mermaid is split into. */
async function buildScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [drawnDiagramsOnly()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'baseline-widely-available',
      lib: { entry: `${FOLDER}frame.ts`, formats: ['iife'], name: 'mermaidFrame' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []))
  const [script, ...others] = outputs.flatMap((output) => (output.type === 'chunk' ? output.code : []))
  if (script === undefined || others.length > 0) throw new Error('The frame of Mermaid must be one script.')
  return script
}

function documentFor(script: string): string {
  return readFileSync(`${FOLDER}frame.html`, 'utf8').replace('%SCRIPT%', script)
}

/** Puts `mermaid-frame.html` beside the page: into the build, and into what the development server serves. */
export function mermaidFrame(): Plugin {
  let script: Promise<string> | undefined
  return {
    name: 'mermaid-frame',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname
        if (path.endsWith(`/${DOCUMENT}`)) {
          response.setHeader('content-type', 'text/html').end(documentFor(SCRIPT))
        } else if (path.endsWith(`/${SCRIPT}`)) {
          script ??= buildScript()
          script.then((code) => response.setHeader('content-type', 'text/javascript').end(code), next)
        } else next()
      })
    },
    async generateBundle() {
      const file = this.emitFile({ type: 'asset', name: SCRIPT, source: await buildScript() })
      this.emitFile({ type: 'asset', fileName: DOCUMENT, source: documentFor(this.getFileName(file)) })
    },
  }
}
