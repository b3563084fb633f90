/** The file beside each scenario that says how the gallery offers it. Small, so the search reads them all. */
import type { Card } from '../../scenario-kit/card.ts'

const files = import.meta.glob<Card>('../../scenarios/*/card.ts', { import: 'default', eager: true })

/** By scenario. */
export const CARDS: ReadonlyMap<string, Card> = new Map(
  Object.entries(files).map(([path, card]) => [path.split('/').at(-2) ?? '', card]),
)
