/** What the page and the explorer's worker tell each other. All of it can be cloned. */
import type { RaceReport } from '../../scenario-kit/races/explore.ts'
import type { Recipe } from '../../simulation/index.ts'

/** From the page. `stop` ends an exploration early; what is known by then is still reported. */
export type ExplorerRequest =
  | { readonly type: 'explore'; readonly recipe: Recipe; readonly bound: number }
  | { readonly type: 'stop' }

/** From the worker. After `over` and `failed` comes nothing more. */
export type ExplorerAnswer =
  | { readonly type: 'progress' | 'over'; readonly report: RaceReport }
  | { readonly type: 'failed'; readonly message: string }
