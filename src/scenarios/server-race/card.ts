/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'How does a server rotate a refresh token in its database?',
  symptoms: {
    'read-then-write': 'Everything worked, and at the next refresh everybody is out',
    'lost-write': 'After one database error the refresh token is worth nothing',
    'same-second': 'A refresh token that was used before works again',
  },
})
