/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'Why does the sign-in of my new web app fail?',
  symptoms: {
    'client-unknown': 'The client is unknown, in one environment only',
    'no-secret': 'invalid_client, from an app that has its secret elsewhere',
    'other-redirect-uri': 'invalid_grant at the first try, with a code that is fresh',
    'no-openid': 'There is an access token, and no ID token',
    'no-email': 'People are signed in, and have no email address',
    'started-by-link': 'The sign-in button stopped working with an update',
    'cache-emptied': 'After each deployment, calls fail for whoever is signed in',
  },
})
