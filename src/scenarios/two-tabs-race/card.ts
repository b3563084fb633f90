/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'How should tabs share one refresh token?',
  symptoms: {
    strict: 'People with several tabs are signed out of all of them at once',
    frozen: 'The app hangs after switching tabs, and nothing is on the network',
    stolen: 'Lock broken by another request with the steal option',
    'no-answer': 'All tabs hang after the network was gone for a moment',
    'loser-clears': 'Signed out of every tab, and the server revoked nothing',
  },
})
