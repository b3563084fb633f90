/** Writes the pages that are read without scripts: plays every outcome once, in Node, when the page itself has been built. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, createServer, type Plugin } from 'vite'
import type { Scenario } from '../src/scenario-kit/contract.ts'
import { drawPixels } from './pixels.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What `src/site` exports, loaded with everything that it plays. */
type SiteModule = typeof import('../src/site/index.ts')

/**
 * The plugin. `SITE_URL` is the absolute address of the folder that the build is put into; without it the pages have no
 * sitemap, no oEmbed and no pictures for previews, since their addresses must be absolute.
 */
export function pages(): Plugin {
  let folder = 'dist'
  return {
    name: 'pages',
    configResolved(config) {
      folder = config.build.outDir
    },
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        await writePages(folder, readSiteUrl(process.env.SITE_URL))
      },
    },
    // The dev server has none of the pages; the app is the same at all of their addresses.
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/r\/[^/]+\/[^/]+\/(?:\?|$)/.test(request.url ?? '')) request.url = '/'
        next()
      })
    },
    // As most static hosts do: what is not there is answered with the page for it.
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const file = join(folder, decodeURI(pathname), pathname.endsWith('/') ? 'index.html' : '')
        if (existsSync(file)) return next()
        readFile(join(folder, '404.html')).then(
          (body) => response.writeHead(404, { 'content-type': 'text/html' }).end(body),
          next,
        )
      })
    },
  }
}

function readSiteUrl(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined
  const url = new URL(given)
  if (!/^https?:$/.test(url.protocol)) throw new Error(`SITE_URL has to be an http address, not ${given}.`)
  return new URL('.', given.endsWith('/') ? given : `${given}/`).href
}

async function writePages(folder: string, siteUrl: string | undefined): Promise<void> {
  const startedAt = processorTime()
  const [template, repairScript] = await Promise.all([readFile(join(folder, 'index.html'), 'utf8'), bundleRepair()])
  const { files, pictures, pictureSize } = await inNode(async (load) => {
    const { writeSite } = await load<SiteModule>('/src/site/index.ts')
    const ids = await readdir(join(ROOT, 'src/scenarios'), { withFileTypes: true })
    const folders = ids.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    const scenarios = await Promise.all(
      folders.map((id) => load<{ readonly default: Scenario }>(`/src/scenarios/${id}/index.ts`)),
    )
    const { DEFAULT_SCENARIO } = await load<typeof import('../src/app/registry.ts')>('/src/app/registry.ts')
    return writeSite({
      scenarios: scenarios.map((module) => module.default),
      opensWith: DEFAULT_SCENARIO,
      template,
      repairScript,
      siteUrl,
    })
  })
  const texts = files.map(({ path, text }) => ({ path, content: path === '404.html' ? withPolicy(text) : text }))
  for (const { path, content } of texts) await put(join(folder, path), content)
  const playedAt = processorTime()
  let bytes = 0
  if (pictures.length > 0)
    await drawPixels(
      pictures.map(({ svg }) => svg),
      pictureSize,
      async (png, index) => {
        bytes += png.length
        await put(join(folder, pictures[index]?.path ?? ''), png)
      },
    )
  const size = texts.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0)
  console.log(
    `${texts.length} pages and files, ${megabytes(size)}, in ${seconds(playedAt - startedAt)}; ${pictures.length} pictures, ${megabytes(bytes)}, in ${seconds(processorTime() - playedAt)}`,
  )
}

/** Runs something with the sources loaded in Node, as they are: a server that serves nobody resolves and strips types. */
async function inNode<Result>(
  work: (load: <Module>(path: string) => Promise<Module>) => Promise<Result>,
): Promise<Result> {
  const server = await createServer({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null, hmr: false },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    return await work(async <Module>(path: string) => (await server.ssrLoadModule(path)) as Module)
  } finally {
    await server.close()
  }
}

/** The script of `404.html`, as one text. */
async function bundleRepair(): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'baseline-widely-available',
      minify: true,
      lib: { entry: join(ROOT, 'src/site/not-found.ts'), formats: ['iife'], name: 'repair' },
    },
  })
  const [bundle] = [result].flat()
  const script = bundle && 'output' in bundle ? bundle.output.find((file) => file.type === 'chunk') : undefined
  if (script === undefined) throw new Error('The page for missing addresses has no script.')
  return script.code.trim()
}

/** The page with a policy that allows its own script and style and nothing else. */
function withPolicy(page: string): string {
  const hashes = (element: string) =>
    [...page.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(
      ([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
    )
  const policy = [
    "default-src 'none'",
    `script-src ${hashes('script').join(' ')}`,
    `style-src ${hashes('style').join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return page.replace(
    '<meta charset="utf-8">',
    () => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  )
}

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

/** Of this process, in milliseconds: how long something takes on a quiet machine, whatever else runs on this one. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
