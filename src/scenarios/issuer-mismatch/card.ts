/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'Why does an API say that the issuer is wrong?',
  symptoms: {
    'internal-name': 'Every token is refused in the container: unexpected iss claim value',
    'internal-fixed': 'issuer did not match the issuer returned by provider',
    'trailing-slash': 'The issuers differ by a slash at the end',
    common: 'The metadata say {tenantid}, and nothing fits',
    'any-tenant': 'Anybody with an account at the same provider gets in',
  },
})
