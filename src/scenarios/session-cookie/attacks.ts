/** The attacks on a session in a cookie, and what is meant to stop them. */
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

export default defineLab({
  use: attemptOf(outcomes, 'order'),
  attacks: [
    attackOf(outcomes, 'csrf-works'),
    attackOf(outcomes, 'xss-steals-cookie'),
    attackOf(outcomes, 'xss-rides-session', {
      goal: {
        description: 'The attacker has Ada’s photos.',
        reached: (trace) => {
          const last = trace.findLast((event) => event.type === 'state' && event.actor === 'attacker')
          return last?.type === 'state' && JSON.stringify(last.state).includes('harbour.jpg')
        },
      },
    }),
  ],
  defences: {
    'same-site': { off: { same_site: 'None' }, on: { same_site: 'Lax' } },
    'http-only': { off: { http_only: false }, on: { http_only: true } },
    'header-check': { off: { requires_header: false }, on: { requires_header: true } },
  },
})
