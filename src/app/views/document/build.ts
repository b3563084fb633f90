/** Making the document of a scenario: all its outcomes are played headlessly, one after the other. */
import { createDocument, type DocumentedRun, type DocumentModel } from '../../../projections/document/index.ts'
import { type LabTable, labTable } from '../../../projections/lab/index.ts'
import { signInTransitions } from '../../../protocol/index.ts'
import { regionOf, runningCode, type Scenario } from '../../../scenario-kit/contract.ts'
import type { Cell } from '../../../scenario-kit/policy-lab/matrix.ts'
import { labSource } from '../../../scenario-kit/policy-lab/source.ts'
import { playOutcome, startRun } from '../../../scenario-kit/run.ts'
import type { Actor, Recipe, Settings } from '../../../simulation/index.ts'
import { startLabs } from '../../lab/client.ts'
import { loadLabs } from '../../lab/labs.ts'
import { loadScenario } from '../../registry.ts'
import { loadSources } from '../../scenario-sources.ts'

/** A document, and the runs that it was made from. */
export interface BuiltDocument {
  readonly document: DocumentModel
  /** The recipe of each outcome, by its id. */
  readonly recipes: ReadonlyMap<string, Recipe>
}

/** How far it has come: what is being played now, from 1, and its title. */
export interface BuildProgress {
  readonly what: 'outcome' | 'attack'
  readonly number: number
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
    onProgress({ what: 'outcome', number: index + 1, of: outcomes.length, title: outcome.title })
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
  const lab = await playLab(scenario, names, { signal, onProgress })
  const document = createDocument({
    scenario,
    lesson,
    played,
    regionOf: (message) => regionOf(scenario, message, names),
    ...(lab && { lab }),
    ...(replacement && { replacement: replacement.title }),
    ...((scenario.group === 'Sign in' || scenario.group === 'MFA') && { transitions: signInTransitions }),
  })
  return { document, recipes }
}

/** The attacks of the scenario against its defences, played in a worker, where the page may start one. */
async function playLab(
  scenario: Scenario,
  names: Settings,
  { signal, onProgress }: Waiting,
): Promise<LabTable | undefined> {
  const labs = await loadLabs().catch(() => [])
  const found = labs.find((declared) => declared.scenario.id === scenario.id)
  if (found === undefined) return undefined
  const { attacks, columns } = found.shape
  const cells: Cell[] = []
  let actors: readonly Actor[] = []
  await new Promise<void>((resolve, reject) => {
    const running = startLabs([scenario.id], names, (answer) => {
      if (answer.type === 'over') resolve()
      else if (answer.type === 'failed') reject(new Error(answer.message))
      else if (answer.type === 'actors') actors = answer.actors
      else {
        cells.push(answer.cell)
        const { title = '' } = scenario.outcomes.find(({ id }) => id === answer.cell.attack) ?? {}
        const number = Math.ceil(cells.length / columns.length)
        onProgress({ what: 'attack', number, of: attacks.length, title })
      }
    })
    signal.addEventListener('abort', () => {
      running.discard()
      reject(signal.reason)
    })
  })
  return labTable(labSource(scenario, found.shape, cells, actors))
}

/** Lets the page draw and take input between two outcomes. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
