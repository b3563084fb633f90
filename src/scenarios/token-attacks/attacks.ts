/** Tokens that an API should not take, and the checks that are meant to stop them. */
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

export default defineLab({
  use: attemptOf(outcomes, 'happy'),
  attacks: [
    attackOf(outcomes, 'unsigned'),
    attackOf(outcomes, 'confused'),
    attackOf(outcomes, 'ownKey'),
    attackOf(outcomes, 'keyInToken'),
    attackOf(outcomes, 'keyFile'),
    attackOf(outcomes, 'otherApi'),
    attackOf(outcomes, 'idToken'),
    attackOf(outcomes, 'namedLikeAPerson'),
    attackOf(outcomes, 'header'),
  ],
  defences: {
    'fixed-algorithm': { off: { fixes_algorithm: false }, on: { fixes_algorithm: true } },
    'issuer-keys': { off: { fixes_keys: false }, on: { fixes_keys: true } },
    'token-audience': { off: { checks_audience: false }, on: { checks_audience: true } },
    'token-type': { off: { checks_type: false }, on: { checks_type: true } },
    'person-check': { off: { checks_person: false }, on: { checks_person: true } },
    'stripped-headers': { off: { strips_headers: false }, on: { strips_headers: true } },
  },
})
