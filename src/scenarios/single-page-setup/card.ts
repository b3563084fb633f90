/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'Why does the sign-in of my new single-page app fail?',
  symptoms: {
    'origin-missing': 'CORS error at the token endpoint, after a good sign-in',
    'other-host': 'state mismatch at www., and nowhere else',
    'router-first': 'The code was in the address, and the app did not see it',
    'registered-as-web': 'invalid_client in a page that has no secret',
    'mark-left': 'interaction_in_progress after going back',
  },
})
