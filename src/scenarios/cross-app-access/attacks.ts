/** The attack on an identity assertion, and what is meant to stop it. */
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

export default defineLab({
  use: attemptOf(outcomes, 'calendar'),
  attacks: [attackOf(outcomes, 'wrong-server')],
  defences: { 'audience-check': { off: { wiki_checks: false }, on: { wiki_checks: true } } },
})
