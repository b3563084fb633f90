/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does a TV or a command line sign in without a browser?',
  symptoms: {
    'slow-down': 'The device gives up with slow_down',
    'expired-token': 'The device says expired_token',
    phished: 'An account was taken over although its owner has a second factor',
  },
})
