/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does a service call another one in its own name?',
  symptoms: {
    herd: 'Bursts at the token endpoint whenever a token expires',
    'expired-in-transit': 'A few calls of a job fail with 401, at random',
    'invalid-scope': 'A new job gets invalid_scope',
    'wrong-secret': 'invalid_client in one environment only',
    'registration-refused': 'Registering a client fails: invalid_client_metadata',
  },
})
