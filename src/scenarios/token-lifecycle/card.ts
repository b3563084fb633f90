/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What happens between a sign-in and the next one?',
  symptoms: {
    'refresh-token-revoked': 'Signed out in the middle of work, long before the expiry',
    'refresh-token-expired': 'Every morning people have to type their password',
    'retry-refused': '401 again, right after a refresh',
  },
})
