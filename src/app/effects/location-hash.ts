/** The address bar is always a link to what is on the screen: the one file that touches the fragment. */
import { siteHome } from '../../lib/site-home.ts'
import { type Place, placeOf } from '../../share/address.ts'
import { openDefault, openOutcome, openScenario } from '../actions/opening.ts'
import { isAudience } from '../audience-link/address.ts'
import { isEmbedded } from '../audience-link/embedded.ts'
import { hasScenario } from '../registry.ts'
import { keysKeptIn, RECIPE_PERSISTENCE, VIEW_PERSISTENCE } from '../state/persistence.ts'
import { type AppState, current, observe } from '../state/store.ts'

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const WRITE_EVERY_MS = 400

const RECIPE_KEYS = keysKeptIn(RECIPE_PERSISTENCE, 'url')
const VIEW_KEYS = keysKeptIn(VIEW_PERSISTENCE, 'url')

const NOT_LOADED = {
  tone: 'problem',
  title: 'The page did not load whole, so this link is not open yet.',
  offers: 'reload',
} as const

type Links = typeof import('../link.ts')

/** Opens what the address asks for, now and whenever it changes, and writes every step into it. */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let written: string | undefined
  /** The address as it was last read or written here. */
  let known = location.href
  /** The opening that the address shows. */
  let opening = 0
  let links: Links | undefined
  /** Whether the address asks for something that did not load: it stays, so that a reload tries again. */
  let isHeld = false
  /** How many addresses are being read: until that is over, none is written over them. */
  let reading = 0

  async function load(): Promise<Links> {
    links ??= await import('../link.ts')
    return links
  }

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    if (!current().run.isOpen || isHeld || reading > 0) return
    if (links === undefined) {
      // Asked for again with each step where it did not come: the run goes on without an address.
      void load().then(write, () => undefined)
      return
    }
    const lab = links.shownLabAddress(current())
    const address = withPath(lab ?? links.addressAt(current()))
    // The address of a place in the lab names no run: the browser's history keeps it.
    const run = lab === undefined ? undefined : links.linkOf(current())
    // Another address has been entered; its event is on its way, and would find it overwritten.
    if ((address === written && run === keptRun()) || location.href !== known) return
    written = address
    known = address
    // Steps overwrite the address; another recipe gets an entry of its own, so that Back returns to the run before.
    const { openings } = current().run
    history[openings === opening ? 'replaceState' : 'pushState'](run === undefined ? null : { run }, '', address)
    opening = openings
  }

  async function read(): Promise<void> {
    if (location.href === written) return
    known = location.href
    clearTimeout(timer)
    timer = undefined
    isHeld = false
    reading += 1
    try {
      await openAddress(location.hash.slice(1), placeOf(known, siteHome()))
    } catch (problem) {
      isHeld = true
      await openDefault({ ...NOT_LOADED, details: [problem instanceof Error ? problem.message : String(problem)] })
      return
    } finally {
      reading -= 1
    }
    opening = current().run.openings
    write()
  }

  keepFilesInPlace()
  const onChange = () => {
    // Both events may tell of one change.
    if (location.href !== known) void read()
  }
  const stop = observe(
    (state) => state,
    (state, before) => {
      if (changesLink(state, before)) timer ??= setTimeout(write, WRITE_EVERY_MS)
    },
  )
  addEventListener('hashchange', onChange)
  // Back and forward between runs of different outcomes.
  addEventListener('popstate', onChange)
  addEventListener('pagehide', write)
  void read()
  return () => {
    clearTimeout(timer)
    removeEventListener('hashchange', onChange)
    removeEventListener('popstate', onChange)
    removeEventListener('pagehide', write)
    stop()
  }
}

/**
 * The page's own files are named from where it was opened. Another path would have the browser look for its icon, and the
 * bundler's loader for its style sheets, somewhere else.
 */
function keepFilesInPlace(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[href]')) {
    if (link.rel !== 'stylesheet') link.setAttribute('href', link.href)
    else {
      // Another `href` would load it once more; the loader looks for the name alone.
      const name = document.createElement('link')
      name.rel = 'stylesheet'
      name.setAttribute('disabled', '')
      name.href = link.href
      link.after(name)
    }
  }
}

/**
 * The address to be written: what was asked of the page stays in its query. A page inside another one, or one that follows
 * another, keeps its path too: nobody reads it there, and a document of an opaque origin may not change it.
 */
function withPath(address: string): string {
  const url = new URL(isEmbedded() || isAudience() || origin === 'null' ? location.href : address)
  url.search = location.search
  url.hash = new URL(address).hash
  return url.href
}

/** Whether anything that a link carries is different. */
function changesLink(state: AppState, before: AppState): boolean {
  return (
    RECIPE_KEYS.some((key) => state.recipe[key] !== before.recipe[key]) ||
    VIEW_KEYS.some((key) => state.view[key] !== before.view[key])
  )
}

/** The path says what the run comes to; a preview may have lost the rest. */
async function openAddress(text: string, place: Place | undefined): Promise<void> {
  if (text === '') return place === undefined ? openDefault() : openOutcome(place)
  if (hasScenario(text)) return openScenario(text)
  const { openLink } = await import('./open-link.ts')
  return openLink(text, place, keptRun())
}

/** The run that the history keeps with an address of the lab. */
function keptRun(): string | undefined {
  const run: unknown = history.state?.run
  return typeof run === 'string' ? run : undefined
}
