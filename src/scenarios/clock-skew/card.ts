/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What goes wrong when two servers do not agree on the time?',
  symptoms: {
    'assertion-expired': 'invalid_client on one machine: exp claim timestamp check failed',
    'assertion-too-early': 'invalid_client: nbf claim timestamp check failed',
    'expired-at-once': 'A token that was issued a second ago has expired',
    'accepted-too-long': 'Tokens work for minutes after they have expired',
  },
})
