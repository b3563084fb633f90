/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does a single-page app sign people in?',
  symptoms: {
    'redirect-uri-mismatch': '“Redirect URI mismatch”, before anybody can type a password',
    'code-replayed': 'Signing in works once, and fails after a reload: invalid_grant',
    'effect-twice': 'In development, a sign-in works and fails at once: invalid_grant',
    'code-expired': 'Sign-in fails when it takes long: invalid_grant',
    'pkce-mismatch': 'invalid_grant: the code verifier does not match',
    'state-mismatch': '“State mismatch” after following a link',
    'refresh-token-expired': 'After some days away, everybody has to sign in again',
    'access-denied': 'People press Deny, and come back without a sign-in',
  },
})
