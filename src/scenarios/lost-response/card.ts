/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What happens when the answer to a refresh is lost?',
  symptoms: {
    strict: 'Mobile users are signed out at random',
    'reuse-window-missed': 'People on trains are signed out, despite a reuse window',
  },
})
