/** What the page and a worker of the lab tell each other. All of it can be cloned. */
import type { Cell } from '../../scenario-kit/policy-lab/matrix.ts'
import type { Actor } from '../../simulation/index.ts'

/** From the page: plays all cells of a scenario. One at a time. */
export interface LabRequest {
  readonly scenario: string
}

/** From a worker: first who is in the scenario, then its cells in order, then `over` or `failed`. */
export type LabAnswer =
  | { readonly type: 'actors'; readonly scenario: string; readonly actors: readonly Actor[] }
  | { readonly type: 'cell'; readonly scenario: string; readonly cell: Cell }
  | { readonly type: 'over'; readonly scenario: string }
  | { readonly type: 'failed'; readonly message: string }
