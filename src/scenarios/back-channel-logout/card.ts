/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does one sign-out reach all apps?',
  symptoms: {
    'token-lost': 'Signed out of one app, still signed in to another',
    forged: 'People are signed out at random, and nobody pressed anything',
    replayed: 'Signed in again, and thrown out a minute later',
  },
})
