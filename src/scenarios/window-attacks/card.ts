/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'Can a page that opens my sign-in popup take the token?',
  symptoms: {
    leaked: 'A foreign page opened our sign-in popup and has the access token',
    clickjacked: 'An app has access to my account, and I allowed none',
    planted: 'What I upload lands in somebody else’s account',
  },
})
