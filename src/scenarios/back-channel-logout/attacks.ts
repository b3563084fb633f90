/** The ways in which others sign a person out, and what is meant to stop them. */
import { countLifecycle, shows } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

const goal: Attack['goal'] = {
  description: 'Ada is signed out of Photo Albums, which she did not want.',
  reached: (trace) => shows(trace, 'tab', 'not signed in here') && countLifecycle(trace, 'app_session', 'ended') > 0,
}

export default defineLab({
  use: {
    ...attemptOf(outcomes, 'both-apps'),
    goal: {
      description: 'Ada signs out of one app, and both sessions end.',
      reached: (trace) =>
        countLifecycle(trace, 'app_session', 'ended') === 2 && shows(trace, 'tab', 'not signed in here'),
    },
  },
  attacks: [
    attackOf(outcomes, 'forged', { goal }),
    attackOf(outcomes, 'id-token-accepted', { goal }),
    // What is not verified is not remembered either.
    attackOf(outcomes, 'replayed', { goal, presupposes: ['logout-event'] }),
  ],
  defences: {
    'logout-signature': { off: { verification: 'none' }, on: { verification: 'signature' } },
    'logout-event': { off: {}, on: { verification: 'all' } },
    'logout-once': { off: { remembers_tokens: false }, on: { remembers_tokens: true } },
    'logout-sid': { off: { ends: 'sub' }, on: { ends: 'sid' } },
  },
})
