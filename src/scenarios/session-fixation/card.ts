/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'Is the session key made before or after the sign-in?',
  symptoms: {
    fixed: 'A stranger is signed in as me, and knows no password',
    'fixed-by-link': 'I followed a link, signed in, and somebody else was in as well',
  },
})
