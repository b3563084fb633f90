/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What happens when a refresh token is stolen?',
  symptoms: {
    'after-revocation': 'A thief still reads data after the sessions were revoked',
    'app-never-returns': 'Calls by an account that its owner has not used for weeks',
    'no-rotation': 'Somebody else uses my account, and nothing was noticed',
  },
})
