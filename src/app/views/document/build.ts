/** Making the document of a scenario: all its solutions are played headlessly, one after the other. */
import { createDocument, type DocumentModel, type PlayedSolution } from '../../../projections/document/index.ts'
import { signInTransitions } from '../../../protocol/index.ts'
import { regionOf, runningCode, type Scenario } from '../../../scenarios/contract.ts'
import { expandSolution, startRun } from '../../../scenarios/run.ts'
import type { Session, Settings } from '../../../simulation/index.ts'
import { loadMaterial } from '../../material.ts'
import { loadScenario } from '../../registry.ts'

/** A document, and the runs that it was made from. */
export interface BuiltDocument {
  readonly document: DocumentModel
  /** The recipe of each outcome, by its id. */
  readonly sessions: ReadonlyMap<string, Session>
}

/** How far it has come: the outcome that is being played, from 1. */
export interface BuildProgress {
  readonly outcome: number
  readonly of: number
  readonly title: string
}

/** What whoever waits is told, and how it is stopped. */
interface Waiting {
  readonly signal: AbortSignal
  onProgress(progress: BuildProgress): void
}

/** Builds the document. Rejects with the signal's reason when it is stopped, and with what a solution throws. */
export async function buildDocument(
  scenario: Scenario,
  names: Settings,
  { signal, onProgress }: Waiting,
): Promise<BuiltDocument> {
  const { solutions, replacedBy } = scenario
  const [{ code, lesson }, replacement] = await Promise.all([
    loadMaterial(scenario),
    replacedBy === undefined ? undefined : loadScenario(replacedBy),
  ])
  const played: PlayedSolution[] = []
  const sessions = new Map<string, Session>()
  for (const [index, solution] of solutions.entries()) {
    onProgress({ outcome: index + 1, of: solutions.length, title: solution.title })
    await nextTask()
    signal.throwIfAborted()
    const { session, trace } = await expandSolution(scenario, {
      ...solution,
      settings: { ...names, ...solution.settings },
    })
    const { actors } = await startRun(scenario, session)
    const files = runningCode(scenario, session.settings).map(({ file }) => ({
      file: file.startsWith('../') ? file.slice(3) : `${scenario.id}/${file}`,
      text: code.get(file) ?? '',
    }))
    played.push({ solution, actors, trace, code: files })
    sessions.set(solution.id, session)
  }
  const document = createDocument({
    scenario,
    lesson,
    played,
    regionOf: (message) => regionOf(scenario, message, names),
    ...(replacement && { replacement: replacement.title }),
    ...((scenario.group === 'Sign in' || scenario.group === 'MFA') && { transitions: signInTransitions }),
  })
  return { document, sessions }
}

/** Lets the page draw and take input between two outcomes. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
