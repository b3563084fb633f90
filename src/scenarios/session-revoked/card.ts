/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'Should the API ask the server about each token?',
  symptoms: {
    'local-validation': 'A user who was blocked can still read for some minutes',
    'access-token-alone': 'A token was revoked, and the user is back at once',
  },
})
