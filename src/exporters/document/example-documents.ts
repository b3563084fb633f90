/** Real documents for the tests of exporters: those of every scenario, made as the page makes them. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDocument, type DocumentModel, type PlayedSolution } from '../../projections/document/index.ts'
import { signInTransitions } from '../../protocol/index.ts'
import { regionOf, runningCode, type Scenario } from '../../scenarios/contract.ts'
import { expandSolution, startRun } from '../../scenarios/run.ts'
import type { Settings } from '../../simulation/types.ts'

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url))

/** The ids of all scenarios. */
export function listScenarios(): string[] {
  return readdirSync(SCENARIOS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}

/** All solutions of a scenario, played to their ends; `names` are settings that hold in each of them. */
async function playAll(id: string, names: Settings): Promise<PlayedSolution[]> {
  const scenario = await loadScenario(id)
  const played: PlayedSolution[] = []
  for (const solution of scenario.solutions) {
    const { session, trace } = await expandSolution(scenario, {
      ...solution,
      settings: { ...names, ...solution.settings },
    })
    const { actors } = await startRun(scenario, session)
    const code = runningCode(scenario, session.settings).map(({ file }) => {
      const path = posix.join(id, file)
      return { file: path, text: readFileSync(`${SCENARIOS}${path}`, 'utf8') }
    })
    played.push({ solution, actors, trace, code })
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
