/** The attack on token exchange, and what is meant to stop it. */
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

export default defineLab({
  use: attemptOf(outcomes, 'delegation'),
  attacks: [attackOf(outcomes, 'any-agent')],
  defences: { 'may-act': { off: { may_act: 'unchecked' }, on: { may_act: 'when_present' } } },
})
