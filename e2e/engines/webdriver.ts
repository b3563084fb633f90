/** WebKit's own driver over HTTP (W3C WebDriver), as far as the journeys need it: Playwright's WebKit is not the one that Debian has. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The name under which an element travels (W3C WebDriver §12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** An element that the driver knows. */
export type Element = { readonly [ELEMENT]: string }

/** A command that the driver refused; `code` is its error code, such as `stale element reference` (§6.6). */
export class WebDriverError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

/** One browser with an empty profile. */
export type Session = ReturnType<typeof createSession>

function createSession(address: string) {
  const send = (method: string, path: string, body?: object) => call(method, `${address}${path}`, body)
  const post = (path: string, body: object = {}) => send('POST', path, body)
  let current = ''
  return {
    goTo: (url: string) => post('/url', { url }),
    reload: () => post('/refresh'),
    windows: () => send('GET', '/window/handles') as Promise<string[]>,
    /** Opens a window; gives its handle. */
    openWindow: async () => ((await post('/window/new', { type: 'window' })) as { handle: string }).handle,
    /** Goes on in a window. Not when it is this one: it would take the focus out of a frame. */
    switchTo: async (handle: string) => {
      if (handle === current) return
      await post('/window', { handle })
      current = handle
    },
    closeWindow: () => send('DELETE', '/window'),
    resize: (width: number, height: number) => post('/window/rect', { x: 0, y: 0, width, height }),
    enterFrame: (frame: Element) => post('/frame', { id: frame }),
    leaveFrames: () => post('/frame', { id: null }),
    /** Runs the text of a function in the page and waits for what it gives. */
    evaluate: async (source: string, ...args: readonly unknown[]) => {
      const script = `const done = arguments[arguments.length - 1]
        Promise.resolve().then(() => (${source})(...[...arguments].slice(0, -1)))
          .then((value) => done({ value }), (error) => done({ error: String(error) }))`
      const answer = (await post('/execute/async', { script, args })) as { value?: unknown; error?: string }
      if (answer.error !== undefined) throw new WebDriverError('javascript error', answer.error)
      return answer.value
    },
    roleOf: (element: Element) => send('GET', `/element/${element[ELEMENT]}/computedrole`) as Promise<string>,
    nameOf: (element: Element) => send('GET', `/element/${element[ELEMENT]}/computedlabel`) as Promise<string>,
    /** Types into an element; a file input takes the path of a file. */
    typeInto: (element: Element, text: string) => post(`/element/${element[ELEMENT]}/value`, { text }),
    /** Clicks with the mouse at a point of the window's page, in CSS pixels. */
    clickAt: (x: number, y: number) => {
      const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' }
      const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]
      return post('/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] })
    },
    /** Presses keys one after the other, with modifiers held (§17.4.2 has the code points). */
    press: (keys: readonly string[], held: readonly string[] = []) => {
      const down = held.map((value) => ({ type: 'keyDown', value }))
      const strokes = keys.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })))
      const up = held.map((value) => ({ type: 'keyUp', value }))
      return post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...strokes, ...up] }] })
    },
    screenshot: () => send('GET', '/screenshot') as Promise<string>,
    end: () => send('DELETE', ''),
  }
}

/** How long a script may wait in the page, and a page may take to load (§8.4), in ms. */
const TIMEOUTS = { script: 60_000, pageLoad: 60_000 }

/** Sends one command; gives its value. A driver that does not answer when a script would have been given up is an error. */
async function call(method: string, url: string, body?: object, timeout = TIMEOUTS.script + 10_000): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(timeout),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const { value } = (await response.json()) as { value: unknown }
  if (response.ok) return value
  const { error, message } = value as { error: string; message: string }
  throw new WebDriverError(error, `${message} (${method} ${new URL(url).pathname})`)
}

/** Where the three programs are, and the folder that saved files go to. */
export interface Programs {
  readonly xvfb: string
  readonly driver: string
  readonly browser: string
  readonly home: string
}

/** Starts a screen and the driver on a free port. `open` gives a browser with an empty profile: one at a time. */
export async function startWebKit({ xvfb, driver, browser, home }: Programs) {
  await preferNoMotion(home)
  const screen = start(xvfb, ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [display] = (await once(screen.stdout ?? screen, 'data')) as [Buffer]
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      timeouts: TIMEOUTS,
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  }
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, DISPLAY: `:${String(display).trim()}` }
  const startDriver = async () => {
    const port = await freePort()
    const program = start(driver, [`--port=${port}`], { stdio: 'ignore', env })
    const address = `http://127.0.0.1:${port}`
    await untilReady(address)
    return { program, address }
  }
  let service = await startDriver()
  const open = async () => {
    const answer = await call('POST', `${service.address}/session`, { capabilities }, PATIENCE_WITH_A_BROWSER)
    const { sessionId } = answer as { sessionId: string }
    return createSession(`${service.address}/session/${sessionId}`)
  }
  return {
    open: async () => {
      try {
        return await open()
      } catch (problem) {
        // Once in some hundred times the browser and its driver wait for each other: with another pair it is over.
        if (!(problem instanceof DOMException) || problem.name !== 'TimeoutError') throw problem
        await end(service.program)
        service = await startDriver()
        return open()
      }
    },
    stop: async () => {
      await end(service.program)
      await end(screen)
    },
  }
}

/** How long a browser may take to start, in ms: it takes one to five seconds. */
const PATIENCE_WITH_A_BROWSER = 40_000

/** As the other engines are told by Playwright: WebKitGTK takes it from a setting of GTK. */
async function preferNoMotion(home: string): Promise<void> {
  await mkdir(join(home, 'gtk-3.0'), { recursive: true })
  await writeFile(join(home, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function untilReady(address: string): Promise<void> {
  for (let attempts = 0; attempts < 100; attempts++) {
    if (
      await fetch(`${address}/status`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No WebDriver at ${address}.`)
}

/** Starts a program that ends with this process at the latest. */
function start(...[command, args, options]: Parameters<typeof spawn>): ChildProcess {
  const child = spawn(command, args, options)
  process.once('exit', () => child.kill())
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill()
  await once(child, 'exit')
}
