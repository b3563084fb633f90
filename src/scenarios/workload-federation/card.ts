/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'choose',
  question: 'How does a CI job or a pod get in without a secret?',
  symptoms: {
    prefix: 'Somebody else’s repository has deployed to our production',
    recycled: 'A repository that took over our old name still gets in',
    'wrong-audience': 'invalid_grant, though the job’s token is valid',
    'sub-changed': 'AssumeRoleWithWebIdentity is refused, for new repositories only',
    expired: 'invalid_grant at the end of a long build',
  },
})
