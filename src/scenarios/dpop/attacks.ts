/** The attacks on tokens in a page, and what is meant to stop them. */
import { countAnswers, shows } from '../../scenario-kit/goals.ts'
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

const STOLEN_CALL = { sender: 'attacker', host: 'api.example' }
const STOLEN_REFRESH = { sender: 'attacker', parameters: { grant_type: 'refresh_token' } }

export default defineLab({
  use: {
    ...attemptOf(outcomes, 'happy'),
    goal: { description: 'Ada sees her photos.', reached: (trace) => shows(trace, 'tab', 'harbour.jpg') },
  },
  attacks: [
    attackOf(outcomes, 'stolen-bearer', {
      goal: {
        description: 'The attacker gets the photos, or new tokens.',
        reached: (trace) => countAnswers(trace, STOLEN_CALL, 200) + countAnswers(trace, STOLEN_REFRESH, 200) > 0,
      },
    }),
    // Without proofs there is nothing to sign.
    attackOf(outcomes, 'script-signs', { presupposes: ['dpop'] }),
    attackOf(outcomes, 'script-signs-now', { presupposes: ['dpop'] }),
  ],
  defences: {
    dpop: { off: { proofs: 'none' }, on: { proofs: 'each' } },
    'dpop-nonce': { off: { nonces: false }, on: { nonces: true } },
  },
})
