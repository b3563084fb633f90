/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'How should two terminals share one refresh token?',
  symptoms: {
    together: 'A command line tool: your refresh token was already used',
    'winner-too': 'Logged out in one terminal, and soon after in all of them',
    'two-locks': 'The tool locks its refresh, and still: refresh token already used',
    'lease-short': 'Logged out on slow networks, although refreshes are locked',
    killed: 'Logged out after a tool was killed while it refreshed',
  },
})
