/** The store: five slices, read by components through {@link useApp} and changed through {@link commit} alone. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { freshRecipe } from '../../scenario-kit/run.ts'
import type { Recipe } from '../../simulation/index.ts'
import { INITIAL_LEARNING, type LearningSlice } from './learning.ts'
import { INITIAL_PRESENTER, type PresenterSlice } from './presenter.ts'
import { INITIAL_RUN, type RunSlice } from './run.ts'
import { INITIAL_VIEW, type ViewSlice } from './view.ts'

/** Everything the page shows is a function of this. */
export interface AppState {
  readonly recipe: Recipe
  readonly run: RunSlice
  readonly view: ViewSlice
  readonly learning: LearningSlice
  readonly presenter: PresenterSlice
}

/** What an action changes: some keys of some slices. */
export interface Change {
  readonly recipe?: Partial<Recipe>
  readonly run?: Partial<RunSlice>
  readonly view?: Partial<ViewSlice>
  readonly learning?: Partial<LearningSlice>
  readonly presenter?: Partial<PresenterSlice>
}

const store = createStore<AppState>()(() => ({
  recipe: freshRecipe(''),
  run: INITIAL_RUN,
  view: INITIAL_VIEW,
  learning: INITIAL_LEARNING,
  presenter: INITIAL_PRESENTER,
}))

/** The one way to change the store; only actions call it. One call is one emit. */
export function commit(change: Change): void {
  store.setState((state) => ({
    recipe: change.recipe ? { ...state.recipe, ...change.recipe } : state.recipe,
    run: change.run ? { ...state.run, ...change.run } : state.run,
    view: change.view ? { ...state.view, ...change.view } : state.view,
    presenter: change.presenter ? { ...state.presenter, ...change.presenter } : state.presenter,
    learning: change.learning ? { ...state.learning, ...change.learning } : state.learning,
  }))
}

/** The state right now, for actions and effects. */
export function current(): AppState {
  return store.getState()
}

/** Calls back whenever what `select` picks has changed; the result stops it. */
export function observe<Value>(
  select: (state: AppState) => Value,
  react: (value: Value, before: Value) => void,
): () => void {
  return store.subscribe((state, before) => {
    const value = select(state)
    const previous = select(before)
    if (!Object.is(value, previous)) react(value, previous)
  })
}

/** Reads an atom of the state in a component. `select` returns a stable reference. */
export function useApp<Value>(select: (state: AppState) => Value): Value {
  return useStore(store, select)
}
