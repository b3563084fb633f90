/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What happens when two tabs sign in at once?',
  symptoms: {
    'one-key': 'state mismatch, after a night with several tabs open',
    'verifier-overwritten': 'invalid_grant at sign-in, with several tabs',
    'nonce-overwritten': 'invalid nonce, with several tabs',
  },
})
