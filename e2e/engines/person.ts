/** What a person does with the page in every engine. `../playground.ts` is the same for Playwright alone, and knows more. */
import { expect } from '@playwright/test'
import type { Name, Tab } from './engine.ts'

/** A person at a window. */
export type Person = ReturnType<typeof createPerson>

const REST = /^(Your turn:|Nothing is on the way)/

/** Asks again and again: waiting longer each time, as `expect.poll` does, would make up most of a journey. */
export function until<Value>(read: () => Promise<Value>, timeout = 30_000) {
  return expect.poll(read, { timeout, intervals: [50] })
}

/** A person at a window; `home` is the address of the page. */
export function createPerson(tab: Tab, home: string) {
  /** The step that is looked at; -1 where there is no run. */
  const step = () => tab.evaluate(readStep)

  const person = {
    step,

    /** Opens the page and waits until its first arrow can travel. */
    async open(fragment = '', address = home): Promise<void> {
      await tab.goTo(new URL(fragment, address).href)
      await until(() => tab.evaluate(canStep)).toBe(true)
    },

    /** Waits until requests go through the service worker. */
    async waitForWorker(): Promise<void> {
      await until(() => tab.evaluate(readTransport)).toContain('Service worker')
    },

    async isAtStep(wanted: number): Promise<void> {
      await until(step).toBe(wanted)
    },

    /** Waits until it is the person's turn, or nobody's. */
    async rests(): Promise<void> {
      await until(() => tab.evaluate(isAtRest, REST.source)).toBe(true)
    },

    async runToEnd(): Promise<void> {
      await tab.find('button', 'Run to end').press()
      await person.rests()
    },

    /** Waits until the page on the stage has been loaded: before, it hears nothing. */
    async stageIsReady(): Promise<void> {
      await until(() => tab.evaluate(isStageReady)).toBe(true)
    },

    /** Presses a button of the page on the stage, and lets everything travel. */
    async actOnStage(name: Name): Promise<void> {
      await person.stageIsReady()
      await tab.findOnStage('button', name).press()
      await person.runToEnd()
    },

    /** Waits until the stage shows a heading. */
    async seesOnStage(heading: Name): Promise<void> {
      await until(() => tab.findOnStage('heading', heading).isShown()).toBe(true)
    },

    /** Fills in the server's sign-in form, as the password manager may have done before. */
    async fillIn(username: string, password: string): Promise<void> {
      await until(() => tab.findOnStage('textbox', 'Username').isShown()).toBe(true)
      await person.stageIsReady()
      await tab.findOnStage('textbox', 'Username').type(username)
      await tab.press('Tab')
      await person.typeOver(password)
    },

    /** Types in the place of what the focused field holds. */
    async typeOver(text: string): Promise<void> {
      await tab.press('Control+A', ...[...text].map((key) => (key === ' ' ? 'Space' : key)))
    },

    /** Tabs until a control has the focus, on the page or on its stage. */
    async tabTo(name: RegExp): Promise<void> {
      const passed: string[] = []
      while (passed.length < 120) {
        const focused = await tab.evaluate(readFocus)
        if (name.test(focused)) return
        passed.push(focused.slice(0, 30))
        await tab.press('Tab')
      }
      throw new Error(`Tab does not reach ${name}: ${passed.join(' → ')}`)
    },

    /** Steps with the arrow key until nothing is on the wire. */
    async stepUntilRest(): Promise<void> {
      for (;;) {
        // A key that comes while the parties still work on the last step has nothing to deliver.
        await until(async () => (await tab.evaluate(canStep)) || tab.evaluate(isAtRest, REST.source)).toBe(true)
        if (await tab.evaluate(isAtRest, REST.source)) return
        const before = await step()
        await tab.press('ArrowRight')
        await person.isAtStep(before + 1)
      }
    },

    /** Waits until something says these words. */
    async reads(role: Parameters<Tab['find']>[0], name: Name, words: string | RegExp): Promise<void> {
      await until(() => tab.find(role, name).text()).toMatch(words)
    },

    /** Waits until something is there, or is gone. */
    async sees(role: Parameters<Tab['find']>[0], name: Name, isThere = true): Promise<void> {
      await until(() => tab.find(role, name).isShown()).toBe(isThere)
    },
  }
  return person
}

/** In the page: whether the first arrow can travel. */
function canStep(): boolean {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button')]
  return buttons.some((button) => (button.ariaLabel ?? button.textContent) === 'Step forward' && !button.disabled)
}

/** In the page: what its slider stands at. */
function readStep(): number {
  return Number(document.querySelector<HTMLInputElement>('input[type="range"][aria-label="Step"]')?.value ?? -1)
}

/** In the page: what it says of the way to the servers. */
function readTransport(): string {
  return document.querySelector('[role="status"][aria-label="Transport"]')?.textContent ?? ''
}

/** In the page: whether the page on the stage listens. */
function isStageReady(): boolean {
  return document.querySelector('[aria-label="Stage"] iframe')?.hasAttribute('inert') === false
}

/** In the page: what the focused control is called, on the stage too. */
function readFocus(): string {
  let focused = document.activeElement
  if (focused instanceof HTMLIFrameElement) focused = focused.contentDocument?.activeElement ?? focused
  // An element of a frame is no instance of this window's classes.
  const [label] = (focused as HTMLInputElement | null)?.labels ?? []
  return (focused?.ariaLabel ?? label?.textContent ?? focused?.textContent ?? '').trim()
}

/** In the page: whether nothing is on the wire, and the page says so. */
function isAtRest(source: string): boolean {
  const rest = new RegExp(source)
  const wire = document.querySelector('[aria-label="On the wire"]')
  const says = [...document.querySelectorAll('p, span, div')].some((element) => rest.test(element.textContent ?? ''))
  return says && (wire?.querySelectorAll('li').length ?? 0) === 0
}
