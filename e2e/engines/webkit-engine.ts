/** WebKit, driven over WebDriver. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Control, Engine, Name, Role, Tab, Visitor } from './engine.ts'
import { middleOf } from './frame-point.ts'
import { type Element, type Programs, type Session, startWebKit, WebDriverError } from './webdriver.ts'

/** How long an act waits for what it is about, in ms. */
const PATIENCE = 30_000

/** The window is higher than the page by the address bar of MiniBrowser. */
const [WIDTH, HEIGHT, BAR] = [1440, 900, 38]

/** Key names of the journeys as WebDriver writes them (W3C WebDriver §17.4.2). */
const KEYS: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** What may have a role; the driver says whether it does. */
const CANDIDATES: Partial<Record<Role, string>> = {
  article: 'article',
  button: 'button, summary, input[type="submit"]',
  checkbox: 'input[type="checkbox"]',
  combobox: 'select, input',
  heading: 'h1, h2, h3, h4',
  link: 'a[href]',
  list: 'ul, ol',
  main: 'main',
  option: 'option',
  region: 'section',
  slider: 'input[type="range"]',
  status: 'output',
  table: 'table',
  textbox: 'input, textarea',
}

/** An engine over WebKit's driver. */
export async function webkitEngine(programs: Programs): Promise<Engine> {
  const { open, stop } = await startWebKit(programs)
  return { visit: async () => visit(await open()), stop }
}

async function visit(session: Session): Promise<Visitor> {
  await session.resize(WIDTH, HEIGHT + BAR)
  const incidents: string[] = []
  const tabs = new Map<string, Tab>()
  const tabOf = (handle: string) => {
    const known = tabs.get(handle) ?? createTab(session, handle, incidents)
    tabs.set(handle, known)
    return known
  }
  const [first = ''] = await session.windows()
  let isFirstTaken = false
  return {
    open: async () => {
      if (isFirstTaken) return tabOf(await session.openWindow())
      isFirstTaken = true
      return tabOf(first)
    },
    tabs: async () => {
      const handles = await session.windows()
      for (const handle of handles) tabOf(handle)
      // The driver has no order of its own; here they are in the order in which they were met.
      return [...tabs].flatMap(([handle, tab]) => (handles.includes(handle) ? [tab] : []))
    },
    incidents: async () => {
      for (const handle of await session.windows()) await gather(session, handle, incidents)
      return incidents
    },
    leave: () => session.end().then(() => undefined),
  }
}

/** Takes over what a page has noted of its errors. */
async function gather(session: Session, handle: string, incidents: string[]): Promise<void> {
  await session.switchTo(handle)
  const noted = (await session.evaluate('() => (window.incidents ?? []).splice(0)')) as string[]
  incidents.push(...noted)
}

/** Notes errors from here on: the driver has no log. Runs in the page. */
const NOTE_ERRORS = `() => {
  if (window.incidents) return
  window.incidents = []
  const note = (text) => window.incidents.push(text)
  addEventListener('error', (event) => event.message && note('uncaught: ' + event.message))
  addEventListener('unhandledrejection', (event) => note('uncaught: ' + event.reason))
  document.addEventListener('securitypolicyviolation', (event) => note('policy: ' + event.violatedDirective + ' ' + event.blockedURI))
}`

/** Finds what is shown, in the order of the document. Runs in the page. */
const FIND = `(selector, words) => [...document.querySelectorAll(selector)].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert], [aria-hidden="true"]')) return false
  if (words === null) return true
  const labels = [...(element.labels ?? [])]
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ')
  const named = [element, ...labels, ...ids.map((id) => document.getElementById(id))].map((part) => part?.textContent)
  const said = [element.ariaLabel, element.title, element.value, element.placeholder, element.alt, ...named]
  return said.join(' ').replace(/\\s+/g, ' ').includes(words)
})`

const STAGE_FRAME = `() => document.querySelector('[aria-label="Stage"] iframe')`

function createTab(session: Session, handle: string, incidents: string[]): Tab {
  const here = async () => {
    await session.switchTo(handle)
    return session
  }
  const load = async (go: () => Promise<unknown>) => {
    await gather(session, handle, incidents)
    await go()
    await session.evaluate(NOTE_ERRORS)
  }
  const find = (role: Role, name: Name, isOnStage: boolean) =>
    createControl(`${role} ${name}`, async (act) => {
      await here()
      if (isOnStage) {
        const frame = (await session.evaluate(STAGE_FRAME)) as Element | null
        if (frame === null) return undefined
        await session.enterFrame(frame)
      }
      try {
        const element = await findElement(session, role, name)
        return element === undefined ? undefined : { result: await act(session, element) }
      } finally {
        if (isOnStage) await session.leaveFrames()
      }
    })
  return {
    goTo: async (address) => {
      await here()
      await load(() => session.goTo(address))
    },
    reload: async () => {
      await here()
      await load(() => session.reload())
    },
    close: async () => {
      await here()
      await gather(session, handle, incidents)
      await session.closeWindow()
    },
    find: (role, name) => find(role, name, false),
    findOnStage: (role, name) => find(role, name, true),
    press: async (...keys) => {
      await here()
      for (const key of keys) {
        const [last = '', ...held] = key.split('+').reverse()
        await session.press(
          [KEYS[last] ?? last.toLowerCase()],
          held.map((name) => KEYS[name] ?? name),
        )
      }
    },
    upload: async (path) => {
      await here()
      const [input] = (await session.evaluate(
        '() => [...document.querySelectorAll(\'input[type="file"]\')]',
      )) as Element[]
      if (input === undefined) throw new Error('There is no file input.')
      await session.typeInto(input, path)
    },
    evaluate: async (work, ...args) => (await here()).evaluate(String(work), ...args) as never,
    evaluateInFrame: async (work, ...args) => {
      await here()
      const frame = (await session.evaluate("() => document.querySelector('iframe')")) as Element
      await session.enterFrame(frame)
      try {
        return (await session.evaluate(String(work), ...args)) as never
      } finally {
        await session.leaveFrames()
      }
    },
    screenshot: async () => (await here()).screenshot(),
  }
}

/** The first element of a role and a name, both as the engine computes them. */
async function findElement(session: Session, role: Role, name: Name): Promise<Element | undefined> {
  const selector = [`[role="${role}"]`, CANDIDATES[role]].filter(Boolean).join(', ')
  const words = typeof name === 'string' ? name : null
  for (const element of (await session.evaluate(FIND, selector, words)) as Element[]) {
    if ((await session.roleOf(element)) !== role) continue
    const label = (await session.nameOf(element)).replace(/\s+/g, ' ').trim()
    if (typeof name === 'string' ? label === name : name.test(label)) return element
  }
  return undefined
}

/** Clicks on an element of the page or of the frame that was entered: the driver's own click misses in a scaled one. */
async function click(session: Session, element: Element): Promise<void> {
  const { x, y } = (await session.evaluate(String(middleOf), element)) as { x: number; y: number }
  await session.leaveFrames()
  await session.clickAt(x, y)
}

type Locate = <Result>(
  act: (session: Session, element: Element) => Promise<Result>,
) => Promise<{ readonly result: Result } | undefined>

/** What an element says of itself may be gone before it is read or pressed: then it is looked for again. */
const GONE = [
  'stale element reference',
  'element not interactable',
  'element click intercepted',
  'no such element',
  'no such frame',
  // The frame that was entered has another page now.
  'no such window',
]

function createControl(what: string, locate: Locate): Control {
  const attempt: Locate = async (act) => {
    try {
      return await locate(act)
    } catch (error) {
      if (error instanceof WebDriverError && GONE.includes(error.code)) return undefined
      throw error
    }
  }
  const act: Locate = async (perform) => {
    for (const deadline = performance.now() + PATIENCE; performance.now() < deadline; await wait(50)) {
      const done = await attempt(perform)
      if (done !== undefined) return done
    }
    throw new Error(`There is no ${what}.`)
  }
  const read = async (source: string, ...args: readonly unknown[]) =>
    (await attempt((session, element) => session.evaluate(source, element, ...args)))?.result ?? null
  const press = async (session: Session, element: Element) => {
    const isEnabled = await session.evaluate('(element) => !element.matches(":disabled")', element)
    if (isEnabled !== true) throw new WebDriverError('element not interactable', 'It is disabled.')
    await click(session, element)
  }
  return {
    press: async () => {
      await act(press)
    },
    type: async (text) => {
      await act(async (session, element) => {
        await press(session, element)
        await session.press(['a'], ['\uE009'])
        // A few at a time: a command that takes as long as a busy page needs for a long text would be given up.
        for (const keys of text.match(/.{1,5}/gsu) ?? []) await session.press([...keys])
      })
    },
    isShown: async () => (await attempt(async () => true)) !== undefined,
    text: async () => String((await read('(element) => element.innerText')) ?? ''),
    value: async () => String((await read('(element) => element.value')) ?? ''),
    attribute: async (name) => (await read('(element, name) => element.getAttribute(name)', name)) as string | null,
  }
}
