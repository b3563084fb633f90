/** Making the document of a scenario: all its outcomes are played headlessly, one after the other. */
import { createDocument, type DocumentedRun, type DocumentModel } from '../../../projections/document/index.ts'
import { signInTransitions } from '../../../protocol/index.ts'
import { regionOf, runningCode, type Scenario } from '../../../scenario-kit/contract.ts'
import { playOutcome, startRun } from '../../../scenario-kit/run.ts'
import type { Recipe, Settings } from '../../../simulation/index.ts'
import { loadScenario } from '../../registry.ts'
import { loadSources } from '../../scenario-sources.ts'

/** A document, and the runs that it was made from. */
export interface BuiltDocument {
  readonly document: DocumentModel
  /** The recipe of each outcome, by its id. */
  readonly recipes: ReadonlyMap<string, Recipe>
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

/** Builds the document. Rejects with the signal's reason when it is stopped, and with what an outcome throws. */
export async function buildDocument(
  scenario: Scenario,
  names: Settings,
  { signal, onProgress }: Waiting,
): Promise<BuiltDocument> {
  const { outcomes, replacedBy } = scenario
  const [{ code, lesson }, replacement] = await Promise.all([
    loadSources(scenario),
    replacedBy === undefined ? undefined : loadScenario(replacedBy),
  ])
  const played: DocumentedRun[] = []
  const recipes = new Map<string, Recipe>()
  for (const [index, outcome] of outcomes.entries()) {
    onProgress({ outcome: index + 1, of: outcomes.length, title: outcome.title })
    await nextTask()
    signal.throwIfAborted()
    const { recipe, trace } = await playOutcome(scenario, {
      ...outcome,
      settings: { ...names, ...outcome.settings },
    })
    const { actors } = await startRun(scenario, recipe)
    const files = runningCode(scenario, recipe.settings).map(({ file }) => ({
      file: file.startsWith('../') ? file.slice(3) : `${scenario.id}/${file}`,
      text: code.get(file) ?? '',
    }))
    played.push({ outcome, actors, trace, code: files })
    recipes.set(outcome.id, recipe)
  }
  const document = createDocument({
    scenario,
    lesson,
    played,
    regionOf: (message) => regionOf(scenario, message, names),
    ...(replacement && { replacement: replacement.title }),
    ...((scenario.group === 'Sign in' || scenario.group === 'MFA') && { transitions: signInTransitions }),
  })
  return { document, recipes }
}

/** Lets the page draw and take input between two outcomes. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
