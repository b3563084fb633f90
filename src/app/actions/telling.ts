/** Telling a room the same story in another way: another order, the fix, another outcome, without leaving the presenter. */
import type { Outcome, Scenario } from '../../scenario-kit/contract.ts'
import { namesIn } from '../../scenario-kit/names.ts'
import type { Recipe } from '../../simulation/index.ts'
import { recordOutcome, recordRecipe } from '../runner/recorded-run.ts'
import { counterpartOf } from '../selectors/counterpart.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { type Ways, waysOf } from '../selectors/story.ts'
import { sameMoment, toldOutcome } from '../selectors/told-outcome.ts'
import type { Story } from '../state/presenter.ts'
import { commit, current } from '../state/store.ts'
import { notify } from './notices.ts'
import { open } from './opening.ts'

/** Tells an outcome of the scenario from its beginning; the other ways are those of this one from now on. */
export async function tellOutcome(id: string): Promise<void> {
  const scenario = selectScenario(current())
  const outcome = scenario?.outcomes.find((candidate) => candidate.id === id)
  const recipe = scenario && outcome && (await recipeOf(scenario, outcome))
  if (recipe === undefined) return
  await open({ recipe, cursor: 0 }, undefined, id)
  remember({ outcome: id, recipe })
}

/** Tells the story from its beginning in one of its ways. */
export async function tellWay(way: keyof Ways): Promise<void> {
  const scenario = selectScenario(current())
  if (scenario === undefined) return
  const { outcome, recipe } = await storyNow(scenario)
  const target = waysOf(scenario, outcome)[way]
  const wanted = way === 'order' ? recipe : target && (await recipeOf(scenario, target))
  if (wanted === undefined) {
    sayMissing(way)
    return
  }
  await open({ recipe: wanted, cursor: 0 }, undefined, target?.id)
  remember({ outcome: outcome.id, recipe })
}

/** From what is broken to the same moment where it works, or back. */
export async function tellOtherSide(): Promise<void> {
  const { recipe, run, view, presenter } = current()
  const scenario = selectScenario(current())
  if (scenario === undefined) return
  const { otherSide, story } = presenter
  const wanted = otherSide?.opening === run.openings ? otherSide.recipe : await counterpartRecipe(scenario, recipe)
  const [here, there] = await Promise.all([recordRecipe(scenario, recipe), wanted && recordRecipe(scenario, wanted)])
  if (wanted === undefined || there === undefined || 'problem' in here || 'problem' in there) {
    sayMissing('fix')
    return
  }
  const isStory = story?.opening === run.openings
  await open({ recipe: wanted, cursor: sameMoment(here, there, view.cursor) })
  const opening = current().run.openings
  commit({ presenter: { otherSide: { recipe, opening }, ...(isStory && { story: { ...story, opening } }) } })
}

async function counterpartRecipe(scenario: Scenario, recipe: Recipe): Promise<Recipe | undefined> {
  const outcome = await toldOutcome(scenario, recipe)
  const counterpart = outcome && counterpartOf(scenario, outcome)
  return counterpart && recipeOf(scenario, counterpart)
}

/** The story that is being told: the one that was begun, else the outcome of the run, else the first one under these settings. */
async function storyNow(scenario: Scenario): Promise<{ readonly outcome: Outcome; readonly recipe: Recipe }> {
  const { recipe, run, presenter } = current()
  const { story } = presenter
  const begun = story?.opening === run.openings && scenario.outcomes.find(({ id }) => id === story.outcome)
  if (begun) return { outcome: begun, recipe: story.recipe }
  const told = recipe.choices.length === 0 ? undefined : await toldOutcome(scenario, recipe)
  const outcome = told ?? scenario.outcomes[0]
  return { outcome, recipe: told ? recipe : ((await recipeOf(scenario, outcome)) ?? recipe) }
}

/** The recipe of an outcome, with the names that are in force. */
async function recipeOf(scenario: Scenario, outcome: Outcome): Promise<Recipe | undefined> {
  const recorded = await recordOutcome(scenario, outcome, namesIn(scenario, current().recipe.settings))
  return 'problem' in recorded ? undefined : recorded.recipe
}

function remember(story: Omit<Story, 'opening'>): void {
  commit({ presenter: { story: { ...story, opening: current().run.openings } } })
}

const MISSING: Readonly<Record<keyof Ways, string>> = {
  order: 'This run cannot be opened again.',
  otherOrder: 'No other order of this run ends otherwise.',
  fix: 'There is no fix to show for this run.',
}

function sayMissing(way: keyof Ways): void {
  notify({ tone: 'info', title: MISSING[way], details: [] })
}
