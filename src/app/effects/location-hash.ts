/** The address bar is always a link to what is on the screen: the one file that touches the fragment. */
import { open, openDefault, openScenario } from '../actions/opening.ts'
import { isEmbedded } from '../audience-link/embedded.ts'
import { hasScenario } from '../registry.ts'
import { keysKeptIn, RECIPE_PERSISTENCE, VIEW_PERSISTENCE } from '../state/persistence.ts'
import type { Notice } from '../state/run.ts'
import { type AppState, current, observe } from '../state/store.ts'

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const WRITE_EVERY_MS = 400

const RECIPE_KEYS = keysKeptIn(RECIPE_PERSISTENCE, 'url')
const VIEW_KEYS = keysKeptIn(VIEW_PERSISTENCE, 'url')

/** How a link to a playlist begins. */
const PLAYLIST = /^p\d{1,4}\./

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
  /** The fragment as it was last read or written here. */
  let known = location.hash.slice(1)
  /** The opening that the address shows. */
  let opening = 0
  let links: Links | undefined
  /** Whether the address asks for something that did not load: it stays, so that a reload tries again. */
  let isHeld = false

  async function load(): Promise<Links> {
    links ??= await import('../link.ts')
    return links
  }

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    if (!current().run.isOpen || isHeld) return
    if (links === undefined) {
      // Asked for again with each step where it did not come: the run goes on without an address.
      void load().then(write, () => undefined)
      return
    }
    const fragment = links.linkOf(current())
    // Another address has been entered; its event is on its way, and would find it overwritten.
    if (fragment === written || location.hash.slice(1) !== known) return
    written = fragment
    known = fragment
    // Steps overwrite the address; another recipe gets an entry of its own, so that Back returns to the run before.
    const { openings } = current().run
    history[openings === opening ? 'replaceState' : 'pushState'](history.state, '', `#${fragment}`)
    opening = openings
  }

  async function read(): Promise<void> {
    const fragment = location.hash.slice(1)
    if (fragment === written) return
    known = fragment
    clearTimeout(timer)
    timer = undefined
    isHeld = false
    try {
      await openFragment(fragment, load)
    } catch (problem) {
      isHeld = true
      await openDefault({ ...NOT_LOADED, details: [problem instanceof Error ? problem.message : String(problem)] })
      return
    }
    opening = current().run.openings
    write()
  }

  const onHashChange = () => void read()
  const stop = observe(
    (state) => state,
    (state, before) => {
      if (changesLink(state, before)) timer ??= setTimeout(write, WRITE_EVERY_MS)
    },
  )
  addEventListener('hashchange', onHashChange)
  addEventListener('pagehide', write)
  void read()
  return () => {
    clearTimeout(timer)
    removeEventListener('hashchange', onHashChange)
    removeEventListener('pagehide', write)
    stop()
  }
}

/** Whether anything that a link carries is different. */
function changesLink(state: AppState, before: AppState): boolean {
  return (
    RECIPE_KEYS.some((key) => state.recipe[key] !== before.recipe[key]) ||
    VIEW_KEYS.some((key) => state.view[key] !== before.view[key])
  )
}

async function openFragment(fragment: string, load: () => Promise<Links>): Promise<void> {
  if (fragment === '') return openDefault()
  if (hasScenario(fragment)) return openScenario(fragment)
  if (PLAYLIST.test(fragment)) return openPlaylist(fragment)
  const { readLink } = await load()
  const reading = await readLink(fragment)
  if ('moment' in reading) return open(reading.moment)
  const notice: Notice = {
    tone: 'problem',
    title: 'This link could not be opened. Here is a fresh start.',
    details: reading.problems,
  }
  return reading.scenario === undefined ? openDefault(notice) : openScenario(reading.scenario, notice)
}

/** The lists that are here are there before another one comes to them. */
async function openPlaylist(fragment: string): Promise<void> {
  const [{ openPlaylistLink }, { keepLearning }] = await Promise.all([
    import('../actions/playlists.ts'),
    import('./kept-learning.ts'),
  ])
  if (!isEmbedded()) keepLearning()
  return openPlaylistLink(fragment)
}
