/** What the page and a worker of the lab tell each other. All of it can be cloned. */
import type { Cell } from '../../scenario-kit/policy-lab/matrix.ts'
import type { LabShape } from '../../scenario-kit/policy-lab/source.ts'
import type { Actor, Settings } from '../../simulation/index.ts'

/** From the page, one at a time: what tables are there, or the cells of one, with what actors and paths are called. */
export type LabRequest =
  | { readonly type: 'list' }
  | { readonly type: 'play'; readonly scenario: string; readonly names: Settings }

/** What is heard of playing a scenario: first who is in it, then its cells in order, then `over`; or `failed`. */
export type LabAnswer =
  | { readonly type: 'actors'; readonly scenario: string; readonly actors: readonly Actor[] }
  | { readonly type: 'cell'; readonly scenario: string; readonly cell: Cell }
  | { readonly type: 'over'; readonly scenario: string }
  | { readonly type: 'failed'; readonly message: string }

/** What a worker says: of playing, or which tables there are, by scenario. */
export type WorkerAnswer = LabAnswer | { readonly type: 'shapes'; readonly shapes: Readonly<Record<string, LabShape>> }
