/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'Does a second factor stop phishing?',
  symptoms: {
    'code-relayed': 'An account was taken over although it has one-time codes',
    fallback: 'An account with a passkey was phished all the same',
    subdomain: 'A forgotten subdomain signs people in',
  },
})
