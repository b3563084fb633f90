/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does a sign-in with a second factor work?',
  symptoms: {
    'otp-clock-skew': 'The codes of my authenticator app are always refused',
    'otp-no-window': 'The codes of some phones are refused, and of others never',
    'otp-expired': 'The code is refused when I type slowly',
    'otp-reused': 'The same code is refused the second time',
    'push-timeout': 'The prompt on my phone has gone before I got there',
    'push-denied': 'I got a prompt that I did not ask for',
    'push-fatigue': 'My phone asks again and again, and it is not me',
    'push-mistaken': 'I approved the prompt on my phone, and nothing happened',
    'too-many-attempts': 'Even the right code is refused now',
    'factor-not-enrolled': 'New colleagues cannot sign in: access_denied',
    'device-not-trusted': 'I am asked for a code again on my own laptop',
  },
})
