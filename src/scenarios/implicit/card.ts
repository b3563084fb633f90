/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'May an old app keep the implicit grant?',
  symptoms: {
    unsupported: 'unsupported_response_type since the server was updated',
    query: 'Access tokens stand in the web server’s log',
    history: 'Somebody else at the same computer sees my photos',
    injected: 'Somebody is signed in as me, by another app’s access token',
    expired: 'The page jumps to the sign-in every hour',
  },
})
