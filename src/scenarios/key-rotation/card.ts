/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does an issuer change its signing key?',
  symptoms: {
    'stale-cache': 'New tokens are refused since the keys were rotated: no matching kid',
    'removed-too-early': 'Good tokens are refused minutes after a key was removed',
    'keys-in-memory': 'Everybody is signed out when the issuer restarts',
    storm: 'The key set is fetched for every request',
    'cooldown-in-the-way': '401 for half a minute after a rotation',
    'algorithm-changed': 'unexpected signature algorithm, since the key was changed',
  },
})
