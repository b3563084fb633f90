/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'How should parallel calls share one refresh?',
  symptoms: {
    'each-refreshes': 'The dashboard signs people out when it loads',
    'reuse-window-missed': 'On slow networks people are still signed out, despite a reuse window',
  },
})
