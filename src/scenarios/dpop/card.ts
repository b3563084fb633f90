/** How the gallery offers this scenario. */
import { defineCard } from '../../scenario-kit/card.ts'

export default defineCard({
  intent: 'understand',
  question: 'How does DPoP make a stolen token useless?',
  symptoms: {
    'stolen-bearer': 'Somebody uses my access token from another computer',
    'clock-off': 'invalid_dpop_proof on some devices, and never on mine',
    'kept-proof': 'The first call works, and the second says invalid_dpop_proof',
    'another-method': 'The token request works, and the API says invalid_dpop_proof',
    'another-address': 'invalid_dpop_proof behind a proxy, or at one address only',
    'script-signs': 'A token that is bound to a key was used from elsewhere',
  },
})
