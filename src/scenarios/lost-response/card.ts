/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'What happens when the answer to a refresh is lost?',
  symptoms: {
    strict: 'Mobile users are signed out at random',
    'reuse-window-missed': 'People on trains are signed out, despite a reuse window',
    suspended: 'Signed out after a push notification, when the app had just been left',
    'lease-over': 'iOS app and notification extension lock the refresh: hard logout',
    'from-memory': 'The phone app is signed out after its share extension or widget ran',
    ended: 'iOS ends the app with 0xdead10cc, and then it is signed out',
  },
})
