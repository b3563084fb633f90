/** A place in a run: what a link holds, and what is come back to when steps were replaced. */
import type { Recipe } from '../../simulation/index.ts'

/** A recipe and how much of it is visible. */
export interface Moment {
  readonly recipe: Recipe
  readonly cursor: number
}
