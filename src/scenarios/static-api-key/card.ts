/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'May services share a static API key?',
  symptoms: {
    'key-leaked': 'A key from an old log still opens everything',
    'key-replaced': 'Half of the services fail since the key was replaced',
    unauthenticated: 'A machine inside the network reads payroll',
  },
})
