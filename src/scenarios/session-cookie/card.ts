/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'Tokens in the browser, or a session cookie?',
  symptoms: {
    'csrf-works': 'Orders arrive that nobody has placed',
    'xss-steals-cookie': 'A session is used from another country',
    'xss-rides-session': 'Calls in my name that I did not make',
    'call-redirected': 'After a while: “blocked by CORS policy”, until a reload',
    'session-expired': 'Saving a long form fails with 401',
  },
})
