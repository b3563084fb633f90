/** The ways in which a stolen refresh token is used, and what is meant to stop them. */
import type { MessagePattern, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, shows } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

const STOLEN_CALL: MessagePattern = { sender: 'thief', host: 'api.example' }

const goal: Attack['goal'] = {
  description: 'The API gives the thief Ada’s photos at the end.',
  reached: (trace) => countAnswers(trace, STOLEN_CALL, 200) > 0,
}
const load: readonly ScriptLine[] = [{ type: 'act', action: 'load-photos' }, { type: 'play' }]

export default defineLab({
  use: {
    script: () => [...load, { type: 'advance', to: 'access_token' }, ...load],
    goal: {
      description: 'The app refreshes when its token has expired, and shows the photos.',
      reached: (trace) =>
        countAnswers(trace, { sender: 'app', host: 'api.example' }, 200) === 2 && shows(trace, 'tab', 'have come'),
    },
  },
  attacks: [
    attackOf(outcomes, 'after-revocation', { goal }),
    attackOf(outcomes, 'app-never-returns', { goal }),
    attackOf(outcomes, 'no-rotation', { goal }),
    attackOf(outcomes, 'reuse-window', { goal }),
  ],
  defences: {
    'reuse-window': { off: { refresh_policy: 'no_rotation' }, on: { refresh_policy: 'reuse_window' } },
    rotation: { off: {}, on: { refresh_policy: 'strict' } },
    introspection: { off: { validation: 'jwt' }, on: { validation: 'introspection' } },
  },
})
