/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does one app use another in a company, without asking everybody?',
  symptoms: {
    'wrong-server': 'An assistant reads the wiki, though it was only allowed the calendar',
    'not-allowed': 'invalid_target when the assistant asks for the wiki',
    replayed: 'invalid_grant the second time',
    expired: 'invalid_grant after a pause',
  },
})
