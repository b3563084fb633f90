/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does a web app with a backend sign people in?',
  symptoms: {
    'strict-cookie': 'Sign-in fails on the way back, for everybody: state_mismatch',
    'lost-state': 'An error page after reloading in the middle of signing in',
    'wrong-secret': 'invalid_client since the secret was changed',
    'secret-not-encoded': 'invalid_client, though the secret is right',
    'method-mismatch': 'invalid_client with one library, and not with another',
    'form-post-lax': 'state_mismatch for everybody where the answer comes by POST, as Apple’s',
    'form-post-slow': 'Missing state cookie for whoever takes longer than two minutes',
    'other-instance': 'Every second sign-in fails since there are two replicas',
  },
})
