/** What the gallery shows: a card for each flow under what somebody comes for, and one for each thing that users report. */
import type { Cause } from '../../guidance/diagnosis/index.ts'
import type { Card, Intent } from '../../scenario-kit/card.ts'
import type { Outcome, Scenario } from '../../scenario-kit/contract.ts'

/** A card: a flow, or a failure of one under the words of whoever has it. */
export interface GalleryCard {
  readonly id: string
  /** The question or the symptom. */
  readonly words: string
  readonly scenario: Scenario
  /** The outcome whose arrows are shown; of a symptom also the one that opens. */
  readonly outcome: Outcome
  readonly isSymptom: boolean
  /** How many ways the flow ends, by whether it works. */
  readonly ends: { readonly works: number; readonly fails: number }
}

/** A column of cards. */
export interface GalleryColumn {
  readonly title: 'I want to understand' | 'Users report' | 'I have to choose'
  readonly cards: readonly GalleryCard[]
}

/** The columns: flows in the order given, and first of the symptoms those that most public threads are known of. */
export function columnsOf(
  scenarios: readonly Scenario[],
  cards: ReadonlyMap<string, Card>,
  causes: readonly Cause[],
): readonly [GalleryColumn, GalleryColumn, GalleryColumn] {
  const flows = (intent: Intent) =>
    scenarios.flatMap((scenario) => {
      const card = cards.get(scenario.id)
      return card?.intent === intent ? [flowCard(scenario, card)] : []
    })
  const symptoms = scenarios.flatMap((scenario) => symptomCards(scenario, cards.get(scenario.id)))
  const threadsOf = ({ scenario, outcome }: GalleryCard) =>
    causes
      .filter(({ runs }) => runs.some((run) => run.scenario === scenario.id && run.outcome === outcome.id))
      .reduce((most, { evidence }) => Math.max(most, evidence.length), 0)
  return [
    { title: 'I want to understand', cards: flows('understand') },
    { title: 'Users report', cards: symptoms.toSorted((one, other) => threadsOf(other) - threadsOf(one)) },
    { title: 'I have to choose', cards: flows('choose') },
  ]
}

function flowCard(scenario: Scenario, { question }: Card): GalleryCard {
  const [outcome] = scenario.outcomes
  return { id: scenario.id, words: question, scenario, outcome, isSymptom: false, ends: endsOf(scenario) }
}

function symptomCards(scenario: Scenario, card: Card | undefined): readonly GalleryCard[] {
  return scenario.outcomes.flatMap((outcome) => {
    const words = card?.symptoms[outcome.id]
    return words === undefined
      ? []
      : [{ id: `${scenario.id}/${outcome.id}`, words, scenario, outcome, isSymptom: true, ends: endsOf(scenario) }]
  })
}

function endsOf({ outcomes }: Scenario): GalleryCard['ends'] {
  const works = outcomes.filter(({ result }) => result === 'success').length
  return { works, fails: outcomes.length - works }
}
