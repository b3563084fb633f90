/** The attacks between windows and by a frame (RFC 9700 §4.16, §4.17), and what is meant to stop them. */
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import { hasPhoto, outcomes } from './outcomes.ts'

/** With Ada’s token or with their own. */
const goal: Attack['goal'] = { description: 'The attacker sees a photo of Ada’s.', reached: hasPhoto }

export default defineLab({
  use: attemptOf(outcomes, 'happy'),
  attacks: [
    attackOf(outcomes, 'leaked', { goal }),
    attackOf(outcomes, 'planted', { goal }),
    attackOf(outcomes, 'clickjacked', { goal }),
  ],
  defences: {
    'message-target': { off: { target: 'any' }, on: { target: 'own' } },
    'message-sender': { off: { checks_sender: false }, on: { checks_sender: true } },
    'frame-ancestors': { off: { frame_ancestors: false }, on: { frame_ancestors: true } },
    'x-frame-options': { off: { x_frame_options: false }, on: { x_frame_options: true } },
    'same-site': { off: { server_cookies: 'None' }, on: { server_cookies: 'Lax' } },
  },
})
