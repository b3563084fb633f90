/** The matrix of each scenario that declares attacks stands in its `matrix.txt`; `npx vitest run src/scenarios/policy-lab.test.ts -u` writes it. */
import { existsSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { resolveSettings, type Scenario, settingProblems } from '../scenario-kit/contract.ts'
import { findOutcome, scenarios } from '../scenario-kit/played.fixture.ts'
import { defencesOf, type Lab, settingsOf } from '../scenario-kit/policy-lab/declaration.ts'
import { DEFENCES } from '../scenario-kit/policy-lab/defences.ts'
import { findingsOf } from '../scenario-kit/policy-lab/findings.ts'
import { type Cell, columnsOf, playCells } from '../scenario-kit/policy-lab/matrix.ts'
import { replayRecipe } from '../scenario-kit/run.ts'

const labs: readonly { readonly scenario: Scenario; readonly lab: Lab }[] = await Promise.all(
  scenarios
    .filter(({ id }) => existsSync(`src/scenarios/${id}/attacks.ts`))
    .map(async (scenario) => ({ scenario, lab: (await import(`./${scenario.id}/attacks.ts`)).default })),
)

const cells = new Map<Lab, readonly Cell[]>()

async function allCells(scenario: Scenario, lab: Lab): Promise<readonly Cell[]> {
  const played: Cell[] = []
  for await (const cell of playCells(scenario, lab)) played.push(cell)
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
  const by = refusals.map(
    ({ by, rule, clause }) => `${by} refuses: ${rule}${clause === undefined ? '' : ` (${clause})`}`,
  )
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

test.each(labs)(
  '$scenario.id: what the remedy of an attack switches on keeps it from its goal',
  ({ scenario, lab }) => {
    for (const attack of lab.attacks) {
      const { outcome } = findOutcome(scenario.id, attack.outcome)
      if (outcome.remedy === undefined) continue
      const remedy = findOutcome(scenario.id, outcome.remedy).outcome
      const isOnIn = (settings: Readonly<Record<string, unknown>>) =>
        defencesOf(lab).filter((id) =>
          Object.entries(lab.defences[id]?.on ?? {}).every(([key, value]) => settings[key] === value),
        )
      const before = isOnIn(resolveSettings(scenario, outcome.settings ?? {}))
      const added = isOnIn(resolveSettings(scenario, remedy.settings ?? {})).filter((id) => !before.includes(id))
      const { stoppedBy = [], isStopped } =
        findingsOf(cellsOf(lab)).attacks.find((finding) => finding.attack === attack.outcome) ?? {}
      if (added.length === 0) continue
      if (isStopped === 'alone') expect(stoppedBy, attack.outcome).toEqual(expect.arrayContaining(added.slice(-1)))
      else expect(isStopped, attack.outcome).not.toBe('not')
    }
  },
)

test.each(labs)(
  '$scenario.id: the same cells again',
  async ({ scenario, lab }) => {
    expect(await allCells(scenario, lab)).toEqual(cellsOf(lab))
  },
  300_000,
)

test.each(labs)(
  '$scenario.id: a cell opens as the run that it was',
  async ({ scenario, lab }) => {
    for (const { attack, ending, recipe } of cellsOf(lab)) {
      const run = await replayRecipe(scenario, recipe)
      const declared = lab.attacks.find(({ outcome }) => outcome === attack)
      expect(declared?.goal.reached(run.trace), `${attack} ${JSON.stringify(recipe.settings)}`).toBe(
        ending === 'succeeded',
      )
    }
  },
  300_000,
)

test.each(labs)('$scenario.id: its matrix is the one that is written down', async ({ scenario, lab }) => {
  await expect(matrixText(lab)).toMatchFileSnapshot(`./${scenario.id}/matrix.txt`)
})
