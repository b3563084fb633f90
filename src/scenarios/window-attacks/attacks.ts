/** The attacks by messages between windows (RFC 9700 §4.17), and what is meant to stop them. */
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import { hasPhoto, outcomes } from './outcomes.ts'

/** With Ada’s token or with their own. */
const goal: Attack['goal'] = { description: 'The attacker sees a photo of Ada’s.', reached: hasPhoto }

export default defineLab({
  use: attemptOf(outcomes, 'happy'),
  attacks: [attackOf(outcomes, 'leaked', { goal }), attackOf(outcomes, 'planted', { goal })],
  defences: {
    'message-target': { off: { target: 'any' }, on: { target: 'own' } },
    'message-sender': { off: { checks_sender: false }, on: { checks_sender: true } },
  },
})
