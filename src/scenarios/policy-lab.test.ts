/** The matrix of each scenario that declares attacks stands in its `matrix.txt`; `npx vitest run src/scenarios/policy-lab.test.ts -u` writes it. */
import { existsSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type Outcome, resolveSettings, type Scenario, settingProblems } from '../scenario-kit/contract.ts'
import { NAME_PRESETS } from '../scenario-kit/name-presets.ts'
import { namesIn } from '../scenario-kit/names.ts'
import { findOutcome, scenarios } from '../scenario-kit/played.fixture.ts'
import { defencesOf, type Lab, settingsOf } from '../scenario-kit/policy-lab/declaration.ts'
import { DEFENCES, type DefenceId } from '../scenario-kit/policy-lab/defences.ts'
import { findingsOf } from '../scenario-kit/policy-lab/findings.ts'
import { type Cell, columnsOf, playCells } from '../scenario-kit/policy-lab/matrix.ts'
import { replayRecipe } from '../scenario-kit/run.ts'
import type { Settings } from '../simulation/index.ts'

const labs: readonly { readonly scenario: Scenario; readonly lab: Lab }[] = await Promise.all(
  scenarios
    .filter(({ id }) => existsSync(`src/scenarios/${id}/attacks.ts`))
    .map(async (scenario) => ({ scenario, lab: (await import(`./${scenario.id}/attacks.ts`)).default })),
)

const cells = new Map<Lab, readonly Cell[]>()

async function allCells(scenario: Scenario, lab: Lab, names: Settings = {}): Promise<readonly Cell[]> {
  const played: Cell[] = []
  for await (const cell of playCells(scenario, lab, names)) played.push(cell)
  return played
}

const cellsOf = (lab: Lab) => cells.get(lab) ?? []

beforeAll(async () => {
  for (const { scenario, lab } of labs) {
    cells.set(lab, await allCells(scenario, lab))
  }
}, 300_000)

const HEADS = {
  alone: 'one defence stops it',
  together: 'only all defences together stop it',
  not: 'nothing stops it',
  unknown: 'what stops it is not shown',
}

function describeEnd({ ending, refusals, cutShort, isUsable, isPresupposed }: Cell): string {
  // The clause is the rule’s, whatever the attack.
  const by = refusals.map(({ by, rule }) => `${by} refuses: ${rule}`)
  return [
    ending.replaceAll('_', ' '),
    ...by,
    ...(cutShort === undefined ? [] : [`ends before line ${cutShort.line}: ${cutShort.why}`]),
    ...(isUsable ? [] : ['HONEST USE FAILS']),
    ...(isPresupposed ? ['presupposed'] : []),
  ].join('; ')
}

function matrixText(lab: Lab): string {
  const own = cellsOf(lab)
  const { attacks, defences } = findingsOf(own)
  const rows = attacks.flatMap(({ attack, isStopped }) => [
    `${attack}: ${HEADS[isStopped]}`,
    ...own.filter((cell) => cell.attack === attack).map((cell) => `  ${cell.column}: ${describeEnd(cell)}`),
    '',
  ])
  const worth = defences.map(
    ({ defence, leavesOpen, alone, isRedundant }) =>
      `${defence}: leaves open ${leavesOpen.join(', ') || 'nothing'}; alone against ${alone.join(', ') || 'nothing'}${isRedundant ? '; redundant' : ''}`,
  )
  return `${[...rows, ...worth].join('\n')}\n`
}

/** The defences that an outcome's settings have on. */
function defencesOn(scenario: Scenario, lab: Lab, { settings = {} }: Outcome): readonly DefenceId[] {
  const values = resolveSettings(scenario, settings)
  return defencesOf(lab).filter((id) =>
    Object.entries(lab.defences[id]?.on ?? {}).every(([setting, value]) => values[setting] === value),
  )
}

test('every defence of the list can be switched somewhere', () => {
  expect(new Set(labs.flatMap(({ lab }) => defencesOf(lab)))).toEqual(new Set(Object.keys(DEFENCES)))
})

test.each(labs)('$scenario.id: attacks are failing outcomes of it, and their settings fit', ({ scenario, lab }) => {
  for (const attack of lab.attacks) {
    expect(findOutcome(scenario.id, attack.outcome).outcome.result).toBe('failure')
    for (const column of columnsOf(lab)) {
      const on = column === 'none' ? [] : column === 'all' ? defencesOf(lab) : [column]
      expect(settingProblems(scenario, settingsOf(lab, attack, on))).toEqual([])
    }
    // What the attacker does is no defence.
    const switched = Object.values(lab.defences).flatMap(({ on, off }) => Object.keys({ ...on, ...off }))
    for (const id of Object.keys(attack.settings ?? {})) expect(switched).not.toContain(id)
  }
})

test.each(labs)('$scenario.id: every attack succeeds where nothing is on', ({ lab }) => {
  const bare = cellsOf(lab).filter(({ column }) => column === 'none')
  expect(bare.map(({ attack, ending }) => ({ attack, ending }))).toEqual(
    lab.attacks.map(({ outcome }) => ({ attack: outcome, ending: 'succeeded' })),
  )
})

test.each(labs)('$scenario.id: honest use works with all defences', ({ lab }) => {
  const full = cellsOf(lab).filter(({ column }) => column === 'all')
  expect(full.map(({ isUsable }) => isUsable)).toEqual(lab.attacks.map(() => true))
})

test.each(labs)('$scenario.id: what a remedy switches on is what stops the attack', ({ scenario, lab }) => {
  const { attacks } = findingsOf(cellsOf(lab))
  const checked = lab.attacks.filter(({ outcome: id }) => {
    const { outcome } = findOutcome(scenario.id, id)
    if (outcome.remedy === undefined) return false
    const before = defencesOn(scenario, lab, outcome)
    const remedy = findOutcome(scenario.id, outcome.remedy).outcome
    const added = defencesOn(scenario, lab, remedy).filter((defence) => !before.includes(defence))
    if (added.length === 0) return false
    const { stoppedBy = [], isStopped } = attacks.find(({ attack }) => attack === id) ?? {}
    const isRemedy = isStopped === 'together' || added.some((defence) => stoppedBy.includes(defence))
    expect(isRemedy, `${id}: ${added}`).toBe(true)
    return true
  })
  expect(checked.length).toBeGreaterThan(0)
})

test.each(labs)('$scenario.id: the same cells again', async ({ scenario, lab }) => {
  const [attack] = lab.attacks
  const again = await allCells(scenario, { ...lab, attacks: [attack] })
  expect(again).toEqual(cellsOf(lab).filter((cell) => cell.attack === attack.outcome))
})

test.each(labs)(
  '$scenario.id: what actors and paths are called changes no cell, and is in its run',
  async ({ scenario, lab }) => {
    const [attack] = lab.attacks
    const lane = scenario.settings.find(({ id }) => id.startsWith('name_'))?.id ?? ''
    const names = { [lane]: 'Somebody else', ...namesIn(scenario, NAME_PRESETS[0]?.values ?? {}) }
    const named = await allCells(scenario, { ...lab, attacks: [attack] }, names)
    const verdictOf = ({ column, ending, isUsable, refusals }: Cell) => ({
      column,
      ending,
      isUsable,
      refusals: refusals.map(({ by, rule }) => `${by} ${rule}`),
    })
    const plain = cellsOf(lab).filter((cell) => cell.attack === attack.outcome)
    expect(named.map(verdictOf)).toEqual(plain.map(verdictOf))
    for (const { recipe } of named) expect(recipe.settings).toMatchObject(names)
  },
)

test.each(labs)('$scenario.id: a cell opens as the run that it was', async ({ scenario, lab }) => {
  for (const attack of lab.attacks) {
    const own = cellsOf(lab).filter((cell) => cell.attack === attack.outcome)
    for (const { recipe, ending } of new Map(own.map((cell) => [JSON.stringify(cell.recipe), cell])).values()) {
      const { trace } = await replayRecipe(scenario, recipe)
      expect(attack.goal.reached(trace), JSON.stringify(recipe.settings)).toBe(ending === 'succeeded')
    }
  }
})

test.each(labs)('$scenario.id: its matrix is the one that is written down', async ({ scenario, lab }) => {
  await expect(matrixText(lab)).toMatchFileSnapshot(`./${scenario.id}/matrix.txt`)
})
