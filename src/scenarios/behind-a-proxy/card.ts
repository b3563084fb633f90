/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'Why is the redirect URI http behind a proxy?',
  symptoms: {
    'not-trusted': 'redirect_uri begins with http, though the site is https',
    'scheme-not-sent': 'redirect_uri is http since there is a load balancer',
    'host-not-sent': 'redirect_uri names a host that exists only inside',
    'cookie-withheld': 'state mismatch, only behind the proxy',
  },
})
