/** The texts of a scenario's folder as the inspectors show them: the code that runs, and the lesson. */
import type { CodeSource } from '../inspectors/contract.ts'
import { type CodeFile, codeOf, regionOf, runningCode, type Scenario } from '../scenario-kit/contract.ts'
import type { Settings } from '../simulation/index.ts'
import { loadScenario } from './registry.ts'

// All but the files that set the stage: what is shown of the rest, a scenario lists as its `code`.
const codeFiles = import.meta.glob<string>(
  [
    '../scenarios/*/*.ts',
    '!../scenarios/*/{index,world,settings,outcomes,pages,flowchart,card}.ts',
    '../scenario-kit/client-code/*.ts',
    '../protocol/authentication/passkey.ts',
    '../protocol/resource-server/key-set.ts',
  ],
  { query: '?raw', import: 'default' },
)
const lessonFiles = import.meta.glob<string>('../scenarios/*/lesson.md', { query: '?raw', import: 'default' })

/** How the path of code begins that is in no scenario's folder. */
const OUTSIDE = '../../'

/** The texts of every file of code that may run, by its path from the scenario's folder. */
type CodeTexts = ReadonlyMap<string, string>

/** What is shown of a scenario. */
export interface ScenarioSources {
  readonly code: CodeTexts
  readonly lesson: string
  /** The scenario that this one varies, and its code. */
  readonly base?: { readonly scenario: Scenario; readonly code: CodeTexts }
}

const loaded = new Map<string, Promise<ScenarioSources>>()

/** A scenario's texts. The same promise each time, so that it can be awaited while rendering. */
export function sourcesOf(scenario: Scenario): Promise<ScenarioSources> {
  const known = loaded.get(scenario.id)
  if (known !== undefined) return known
  const loading = loadSources(scenario)
  loaded.set(scenario.id, loading)
  return loading
}

/** Loads a scenario's texts. */
export async function loadSources(scenario: Scenario): Promise<ScenarioSources> {
  const { variantOf } = scenario
  const base = variantOf === undefined ? undefined : await loadScenario(variantOf)
  return {
    code: await loadCode(scenario),
    lesson: await loadLesson(scenario.id),
    ...(base && { base: { scenario: base, code: await loadCode(base) } }),
  }
}

/** Loads a scenario's lesson; empty where there is none. */
export async function loadLesson(id: string): Promise<string> {
  return (await lessonFiles[`../scenarios/${id}/lesson.md`]?.()) ?? ''
}

async function loadCode(scenario: Scenario): Promise<CodeTexts> {
  const texts = codeOf(scenario).map(async ({ file }) => {
    const path = file.startsWith(OUTSIDE) ? file.slice(3) : `../scenarios/${scenario.id}/${file}`
    const load = codeFiles[path]
    if (load === undefined) throw new Error(`${path} is not among the files of code that are shown.`)
    return [file, await load()] as const
  })
  return new Map(await Promise.all(texts))
}

/** The code that runs with the settings given. */
export function codeSource(scenario: Scenario, settings: Settings, { code, base }: ScenarioSources): CodeSource {
  return {
    files: runningCode(scenario, settings).map(({ insteadOf, ...file }) => {
      const replaced = codeOf(scenario).find((one) => one.file === insteadOf)
      return { ...shown(file, code), ...(replaced && { insteadOf: shown(replaced, code) }) }
    }),
    client: scenario.client,
    ...(base && {
      variantOf: {
        title: base.scenario.title,
        files: runningCode(base.scenario, {})
          .filter(({ actor }) => actor === base.scenario.client)
          .map((file) => shown(file, base.code)),
      },
    }),
    regions: scenario.regions,
    regionOf: (message) => regionOf(scenario, message, settings),
  }
}

/** A file under its name alone: which folder it is in matters to nobody who reads it. */
function shown({ file, title, actor }: CodeFile, texts: CodeTexts) {
  return {
    file: file.startsWith(OUTSIDE) ? file.slice(file.lastIndexOf('/') + 1) : file,
    title,
    actor,
    text: texts.get(file) ?? '',
  }
}
