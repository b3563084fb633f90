/** Real documents for the tests of exporters: those of every scenario, made as the page makes them. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDocument, type DocumentedRun, type DocumentModel } from '../../projections/document/index.ts'
import { signInTransitions } from '../../protocol/index.ts'
import { regionOf, runningCode, type Scenario } from '../../scenario-kit/contract.ts'
import { playOutcome, startRun } from '../../scenario-kit/run.ts'
import type { Settings } from '../../simulation/types.ts'

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url))

/** The ids of all scenarios. */
export function listScenarios(): string[] {
  return readdirSync(SCENARIOS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}

/** All outcomes of a scenario, played to their ends; `names` are settings that hold in each of them. */
async function playAll(id: string, names: Settings): Promise<DocumentedRun[]> {
  const scenario = await loadScenario(id)
  const played: DocumentedRun[] = []
  for (const outcome of scenario.outcomes) {
    const { recipe, trace } = await playOutcome(scenario, {
      ...outcome,
      settings: { ...names, ...outcome.settings },
    })
    const { actors } = await startRun(scenario, recipe)
    const code = runningCode(scenario, recipe.settings).map(({ file }) => {
      const path = posix.join(id, file)
      return { file: path, text: readFileSync(`${SCENARIOS}${path}`, 'utf8') }
    })
    played.push({ outcome, actors, trace, code })
  }
  return played
}

/**
 * The document of a scenario. Golden files are written `withoutCode`: the lines at which a region stands change with every
 * edit of a client, and have a test of their own.
 */
export async function documentOf(
  id: string,
  { names = {}, withoutCode = false }: { names?: Settings; withoutCode?: boolean } = {},
): Promise<DocumentModel> {
  const scenario = await loadScenario(id)
  const replacement = scenario.replacedBy && (await loadScenario(scenario.replacedBy)).title
  return createDocument({
    scenario,
    lesson: readFileSync(`${SCENARIOS}${id}/lesson.md`, 'utf8'),
    played: await playAll(id, names),
    regionOf: (message) => (withoutCode ? undefined : regionOf(scenario, message, names)),
    ...(replacement !== undefined && { replacement }),
    ...(['Sign in', 'MFA'].includes(scenario.group) && { transitions: signInTransitions }),
  })
}

async function loadScenario(id: string): Promise<Scenario> {
  const module: { default: Scenario } = await import(`${SCENARIOS}${id}/index.ts`)
  return module.default
}
