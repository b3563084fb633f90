/** Real documents for the tests of exporters: those of every scenario, made as the page makes them. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { createDocument, type DocumentedRun, type DocumentModel } from '../../projections/document/index.ts'
import { signInTransitions } from '../../protocol/index.ts'
import { type Outcome, regionOf, runningCode, type Scenario } from '../../scenario-kit/contract.ts'
import { findScenario, played } from '../../scenario-kit/played.fixture.ts'

/** Outcomes of a scenario, played to their ends. */
function playAll(scenario: Scenario, outcomes: readonly Outcome[]): Promise<DocumentedRun[]> {
  return Promise.all(
    outcomes.map(async (outcome) => {
      const { actors, recipe, trace } = await played(scenario, outcome)
      const code = runningCode(scenario, recipe.settings).map(({ file }) => {
        const path = posix.join(scenario.id, file)
        return { file: path, text: readFileSync(`src/scenarios/${path}`, 'utf8') }
      })
      return { outcome, actors, trace, code }
    }),
  )
}

/**
 * The document of a scenario, with the outcomes given or all of them. Golden files are written `withoutCode`: the lines at which a region stands change with every
 * edit of a client, and have a test of their own.
 */
export async function documentOf(
  id: string,
  { withoutCode = false, outcomes }: { withoutCode?: boolean; outcomes?: readonly string[] } = {},
): Promise<DocumentModel> {
  const scenario = findScenario(id)
  const chosen = scenario.outcomes.filter((outcome) => outcomes?.includes(outcome.id) ?? true)
  const replacement = scenario.replacedBy && findScenario(scenario.replacedBy).title
  return createDocument({
    scenario,
    lesson: readFileSync(`src/scenarios/${id}/lesson.md`, 'utf8'),
    played: await playAll(scenario, chosen),
    regionOf: (message) => (withoutCode ? undefined : regionOf(scenario, message, {})),
    ...(replacement !== undefined && { replacement }),
    ...(['Sign in', 'MFA'].includes(scenario.group) && { transitions: signInTransitions }),
  })
}

/** A short document for golden files: a run that works and one that does not. */
export function shortDocument(): Promise<DocumentModel> {
  return documentOf('client-credentials', { withoutCode: true, outcomes: ['cold', 'invalid-scope'] })
}
