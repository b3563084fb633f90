/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'Why does silent sign-in work in Chrome and fail in Safari?',
  symptoms: {
    blocked: 'login_required in Safari, though the person is signed in',
    partitioned: 'Firefox signs people out every few minutes, Chrome does not',
    'session-over': 'login_required in every browser after some hours',
    'no-answer': 'Frame window timed out',
    'missing-state': 'Unable to process request due to missing initial state',
  },
})
