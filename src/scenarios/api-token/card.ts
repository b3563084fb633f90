/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does an API check a token, and what if it has expired?',
  symptoms: {
    'no-retry': 'An error now and then, gone after a reload',
    'insufficient-scope': '403, though the token is valid: insufficient_scope',
    'role-missing': '403 for one colleague, and not for another',
    'roles-left-out': '403 for those in many groups: the token has _claim_names instead',
    'revoked-jwt': 'A revoked token still works',
    'password-grant': 'unsupported_grant_type, or MFA required, with grant_type=password',
    'refresh-path': '404 when the client refreshes its token',
  },
})
