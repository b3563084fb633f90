/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does a call center have somebody confirm on their phone?',
  symptoms: {
    'approved-blindly': 'Customers approve requests on their phone that are not theirs',
    'slow-down': 'The token endpoint answers slow_down',
    'ping-lost-for-good': 'The customer has approved, and nothing happens',
  },
})
