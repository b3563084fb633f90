/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'When should a second factor be asked for?',
  symptoms: {
    'refresh-raises-nothing': 'A second factor is asked for again and again',
    'server-cannot': 'A stronger sign-in fails: unmet_authentication_requirements',
  },
})
