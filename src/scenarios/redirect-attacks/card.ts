/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What keeps a code from being stolen, or put under my nose?',
  symptoms: {
    history: 'The next person at the computer got into the account',
    injected: 'Codes turn up in the statistics of another site',
    'login-csrf': 'I am signed in, but as somebody else',
    downgraded: 'The app uses PKCE, and still somebody else’s code is taken',
    diverted: 'The sign-in page sends people to a site that is not ours',
    'password-posted': 'Passwords of the sign-in server stand in an app’s log',
  },
})
