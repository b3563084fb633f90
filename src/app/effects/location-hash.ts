/** The address bar is always a link to what is on the screen: the one file that touches the fragment. */

import { settingProblems } from '../../scenarios/contract.ts'
import { type Decoded, decodeLink, encodeLink, type Shared } from '../../share/index.ts'
import { open, openDefault, openScenario } from '../actions/opening.ts'
import { scenarioById } from '../registry.ts'
import type { Notice } from '../store/run.ts'
import { type AppState, current, observe } from '../store/store.ts'

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const WRITE_EVERY_MS = 400

/** Opens what the address asks for, now and whenever it changes, and writes every step into it. */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let written = ''

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    const fragment = linkOf(current())
    if (!current().run.isOpen || fragment === written) return
    written = fragment
    history.replaceState(history.state, '', `#${fragment}`)
  }
  const read = () => {
    const fragment = location.hash.slice(1)
    if (fragment === written && fragment !== '') return
    clearTimeout(timer)
    timer = undefined
    written = ''
    void openFragment(fragment)
  }

  const stops = [
    observe(linkedState, () => {
      timer ??= setTimeout(write, WRITE_EVERY_MS)
    }),
    observe((state) => state.run.isOpen, write),
  ]
  addEventListener('hashchange', read)
  addEventListener('pagehide', write)
  read()
  return () => {
    clearTimeout(timer)
    removeEventListener('hashchange', read)
    removeEventListener('pagehide', write)
    for (const stop of stops) stop()
  }
}

/** The fragment of a link to what is on the screen. */
export function linkOf({ session, view }: AppState): string {
  return encodeLink({ session, cursor: view.cursor })
}

/** Changes whenever the link would. */
function linkedState({ session, view }: AppState): string {
  return `${session.scenario} ${session.choices.length} ${view.cursor} ${JSON.stringify(session.settings)}`
}

function openFragment(fragment: string): Promise<void> {
  if (fragment === '') return openDefault()
  if (scenarioById(fragment) !== undefined) return openScenario(fragment)
  const decoded = decodeLink(fragment)
  if (!decoded.ok) return openDefault(refusal(decoded))
  const { session } = decoded.shared
  const scenario = scenarioById(session.scenario)
  if (scenario === undefined) {
    return openDefault(unfit(`It asks for a scenario that is not here: “${session.scenario.slice(0, 60)}”.`))
  }
  const problems = settingProblems(scenario, session.settings)
  if (problems.length > 0) return openScenario(scenario.id, unfit(...problems))
  return open(decoded.shared)
}

function refusal(decoded: Extract<Decoded<Shared>, { ok: false }>): Notice {
  return unfit(decoded.problem.message)
}

function unfit(...details: readonly string[]): Notice {
  return { tone: 'problem', title: 'The link could not be opened, so this is a fresh start.', details }
}
