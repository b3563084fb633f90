/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does “Sign in with …” find the right account?',
  symptoms: {
    'taken-over': 'Somebody signed in to my account with another provider',
    'recycled-address': 'A new colleague sees the data of the one before',
    'pre-registered': 'I signed up, and somebody else has the password',
    'recycled-sub': 'An account that was deleted upstream came back as another person’s',
    'upstream-down': 'temporarily_unavailable after signing in with a provider',
  },
})
