/** The attacks by a session key that was planted, and what is meant to stop them. */
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

export default defineLab({
  use: attemptOf(outcomes, 'happy'),
  attacks: [attackOf(outcomes, 'fixed'), attackOf(outcomes, 'fixed-by-link')],
  defences: {
    'new-session-key': { off: { new_key: false }, on: { new_key: true } },
    'key-in-cookie-only': { off: { key_from_address: true }, on: { key_from_address: false } },
    'host-prefix': { off: { host_prefix: false }, on: { host_prefix: true } },
  },
})
