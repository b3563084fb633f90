/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What changes when an app works with two authorization servers?',
  symptoms: {
    'mixed-up': 'Somebody else sees my photos, although everything went well',
    'own-client': 'Each server has its own callback, and codes still go astray',
    injected: 'A stranger’s session of the app has my photos in it',
    'iss-missing': 'The callback is refused: the response has no iss',
  },
})
