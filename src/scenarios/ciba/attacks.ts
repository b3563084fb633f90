/** The attack on a request that is answered on the phone, and what is meant to stop it. */
import { shows } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

const goal: Attack['goal'] = {
  description: 'The stranger’s counter has Ada’s photos.',
  reached: (trace) => shows(trace, 'counter-2', 'harbour.jpg'),
}

const blindly = attemptOf(outcomes, 'approved-blindly')
const comparing = attemptOf(outcomes, 'compared')

export default defineLab({
  use: attemptOf(outcomes, 'happy'),
  attacks: [
    attackOf(outcomes, 'approved-blindly', {
      goal,
      // Ada compares where there is something to compare. A message that she does not read stops nobody.
      script: (settings) => (settings.binding_message === true ? comparing : blindly).script(settings),
    }),
  ],
  defences: { 'binding-message': { off: { binding_message: false }, on: { binding_message: true } } },
})
