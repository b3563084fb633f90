/** Puts the document in which Mermaid draws beside the page, with its script inside. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const FOLDER = new URL('../src/diagram/mermaid/', import.meta.url)
const DOCUMENT = 'mermaid-frame.html'

/** The kinds of diagram that are drawn here, and the layout they need; Mermaid would load some thirty more on demand. */
const USED = /\/(?:sequenceDiagram|stateDiagram-v2|flowDiagram|dagre)-[^/]+$/

/** Leaves out what Mermaid loads on demand for diagrams that nobody draws here: a single file would hold all of it. */
function withoutUnusedDiagrams(): Plugin {
  return {
    name: 'without-unused-diagrams',
    enforce: 'pre',
    resolveId(source, importer, { kind }) {
      const isUnused = kind === 'dynamic-import' && importer?.includes('/mermaid/dist/') && !USED.test(source)
      return isUnused ? '\0unused-diagram' : undefined
    },
    load: (id) =>
      id === '\0unused-diagram' ? 'export const diagram = undefined; export default undefined' : undefined,
  }
}

/** Bundles the frame's script as text that can stand in a document. */
async function bundleScript(plugins: readonly Plugin[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutUnusedDiagrams(), ...plugins],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'baseline-widely-available',
      minify: true,
      lib: { entry: fileURLToPath(new URL('frame.ts', FOLDER)), formats: ['iife'], name: 'mermaidFrame' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [bundle] = [result].flat()
  const script = bundle && 'output' in bundle ? bundle.output.find((file) => file.type === 'chunk') : undefined
  if (script === undefined) throw new Error('The frame of Mermaid has no script.')
  if (/<\/?script/i.test(script.code)) throw new Error('The script of Mermaid would end its own element.')
  return script.code
}

/** The document, and in its policy the hash of the only script that it runs. */
async function writeDocument(plugins: readonly Plugin[]): Promise<string> {
  const script = await bundleScript(plugins)
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`
  const source = await readFile(new URL('frame.html', FOLDER), 'utf8')
  return source.replace('%HASH%', hash).replace('<script></script>', () => `<script>${script}</script>`)
}

/**
 * The plugin. The page finds the document by the name that `src/diagram/mermaid/messages.ts` gives it. `plugins` join the
 * frame's own build.
 */
export function mermaidFrame(plugins: readonly Plugin[]): Plugin {
  return {
    name: 'mermaid-frame',
    applyToEnvironment: (environment) => environment.name === 'client',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: DOCUMENT, source: await writeDocument(plugins) })
    },
    configureServer(server) {
      server.middlewares.use(`/${DOCUMENT}`, (_request, response, next) => {
        writeDocument(plugins).then((source) => response.setHeader('content-type', 'text/html').end(source), next)
      })
    },
  }
}
