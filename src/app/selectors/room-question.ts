/** The question that a talk puts to the room: before its message arrives, and what was right once it has. */
import type { PredictedOption, Prediction } from '../../guidance/lessons/contract.ts'
import { aftermathOf, questionBefore, rightOption } from '../../guidance/lessons/questions.ts'
import { questionAt, TALKS } from '../../guidance/talks/index.ts'
import { eventsUpTo } from '../../projections/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectPlaying } from './playlist.ts'

/** A question, and the option that turned out right. */
export interface RoomQuestion {
  readonly question: Prediction
  readonly right: PredictedOption | undefined
}

/** The path of the question of the run that is presented: in the audience’s window, as the presenter says. */
export function selectAsks(state: AppState): string | undefined {
  const playing = selectPlaying(state)
  if (playing?.playlist.isReady !== true) return state.presenter.asks
  const { recipe } = playing.item.run
  const isPlayed = recipe.scenario === state.recipe.scenario && isSame(recipe.settings, state.recipe.settings)
  return isPlayed ? TALKS.find(({ id }) => id === playing.playlist.id)?.items[playing.index]?.asks : undefined
}

const roomQuestionAt = memoise(
  (
    asks: string | undefined,
    trace: AppState['run']['trace'],
    recipe: AppState['recipe'],
    cursor: number,
  ): RoomQuestion | undefined => {
    const question = questionAt(asks)
    if (question === undefined) return undefined
    const run = { trace: eventsUpTo(trace, cursor), settings: recipe.settings }
    const choice = recipe.choices[cursor]
    if (choice !== undefined && questionBefore({ predictions: [question] }, run, choice) !== undefined) {
      return { question, right: undefined }
    }
    const aftermath = aftermathOf(question, run)
    return aftermath?.step === cursor ? { question, right: rightOption(question, aftermath) } : undefined
  },
)

/** The question to show at this moment; nothing at any other. */
export function selectRoomQuestion(state: AppState): RoomQuestion | undefined {
  return roomQuestionAt(selectAsks(state), state.run.trace, state.recipe, state.view.cursor)
}

function isSame(one: AppState['recipe']['settings'], other: AppState['recipe']['settings']): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}
