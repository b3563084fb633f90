/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does an AI client get a token for an unknown MCP server?',
  symptoms: {
    'origin-as-resource': 'invalid_target, though every document looks right',
    'registration-refused': 'The client cannot register: 401 at the registration endpoint',
    'step-up-drops': 'After allowing more, what worked before is forbidden',
    'step-up-loop': 'The browser goes to the authorization server again and again',
    'issuer-mismatch': 'The metadata are refused, and only a slash is different',
    'no-pkce': 'The client refuses an authorization server without PKCE',
  },
})
