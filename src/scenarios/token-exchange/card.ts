/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does a service call the next one on behalf of a person?',
  symptoms: {
    'any-agent': 'A plug-in reads data that it was never given access to',
    impersonation: 'The log says that the person did it, and she says that she did not',
    'pass-on': '401 from the second service, though the first one takes the token',
    'invalid-target': 'invalid_target from the token endpoint',
    'more-scope': 'invalid_scope when a service exchanges a token',
    expired: 'invalid_request for a token that was good when the job was queued',
  },
})
