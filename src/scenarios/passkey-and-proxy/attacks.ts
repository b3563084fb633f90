/** The ways of a phishing proxy, and what is meant to stop them. */
import { shows } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

/** The attacker opens the account on a computer of their own. */
const goal: Attack['goal'] = {
  description: 'The attacker has Ada’s account.',
  reached: (trace) =>
    trace.some(
      (event) =>
        event.type === 'held' &&
        event.message.to === 'proxy' &&
        event.message.exchange.startsWith('proxy/account') &&
        event.message.response?.body.includes('Signed in as ada') === true,
    ),
}

const relayed = attemptOf(outcomes, 'code-relayed')
const refused = attemptOf(outcomes, 'passkey-refuses')

export default defineLab({
  use: {
    ...attemptOf(outcomes, 'passkey'),
    goal: { description: 'Ada is signed in.', reached: (trace) => shows(trace, 'tab', 'Signed in as ada') },
  },
  attacks: [
    attackOf(outcomes, 'code-relayed', {
      goal,
      // Ada takes the way in that the page offers.
      script: (settings) => (settings.methods === 'passkey' ? refused : relayed).script(settings),
    }),
    attackOf(outcomes, 'fallback', { goal, settings: { proxy: 'downgrades' } }),
    attackOf(outcomes, 'subdomain', { goal }),
  ],
  defences: {
    'passkey-origin': { off: { checks_origin: false }, on: { checks_origin: true } },
    'passkey-only': { off: { methods: 'both' }, on: { methods: 'passkey' } },
  },
})
