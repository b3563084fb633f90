/** How the gallery offers a scenario: what somebody comes for, in their own words. One file beside each scenario, read by the gallery alone. */

/** What somebody comes for: to understand a flow, or to choose between ways to do something. */
export type Intent = 'understand' | 'choose'

/** What the gallery says of a scenario. */
export interface Card {
  readonly intent: Intent
  /** The question that it answers, as somebody asks it who does not know its name. */
  readonly question: string
  /** What people report who have one of its failures, by the id of the outcome. */
  readonly symptoms: Readonly<Record<string, string>>
}

/** Declares a card; that it fits its scenario, the gallery’s test checks. */
export function defineCard(card: Card): Card {
  return card
}
