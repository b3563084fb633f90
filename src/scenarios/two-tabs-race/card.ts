/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'How should tabs share one refresh token?',
  symptoms: {
    strict: 'People with several tabs are signed out of all of them at once',
  },
})
