/** The attacks on a trust policy for jobs, and what is meant to stop them. */
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

export default defineLab({
  use: attemptOf(outcomes, 'no-secret'),
  attacks: [attackOf(outcomes, 'prefix'), attackOf(outcomes, 'recycled')],
  defences: {
    'exact-subject': { off: { trust: 'prefix' }, on: { trust: 'exact' } },
    'immutable-id': { off: {}, on: { trust: 'id' } },
  },
})
