/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What does signing out end, and what goes on?',
  symptoms: {
    'straight-back-in': 'After signing out, one click signs me straight back in',
    prefetched: 'I am signed out, and nobody has clicked “Sign out”',
    'unregistered-uri': 'Signing out ends on a page of the provider',
  },
})
