/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What does a pushed authorization request (PAR) protect?',
  symptoms: {
    'changed-plain': 'The app got permissions that it never asked for',
    'slow-mfa': 'People who are slow with their second factor start all over',
    'used-twice': 'invalid_request_uri after reloading the sign-in page',
    'another-client': 'invalid_request_uri in one environment, although the push worked',
    'not-pushed': 'invalid_request since pushed requests are required',
  },
})
