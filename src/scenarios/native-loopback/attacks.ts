/** The ways to get the answer that is meant for an app on a computer, and what is meant to stop them. */
import { countAnswers, shows } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import type { Settings } from '../../simulation/index.ts'
import scenario from './index.ts'

const { outcomes } = scenario

const goal: Attack['goal'] = {
  description: 'The API gives the attacker Ada’s photos.',
  reached: (trace) => countAnswers(trace, { sender: 'attacker', host: 'api.example' }, 200) === 1,
}

const happy = attemptOf(outcomes, 'happy')
const intercepted = attemptOf(outcomes, 'scheme-intercepted')
const denied = attemptOf(outcomes, 'consent-fix-denied')

/** Ada allows her own app where she is asked. */
function allowed({ script }: Pick<Attack, 'script'>): Attack['script'] {
  return (settings) =>
    script(settings).filter((line) => isAsked(settings) || line.type !== 'submit' || line.form !== 'consent')
}

/** Who only wanted to see an album allows no app, where there is a question. */
function pasted(outcome: string): Pick<Attack, 'script'> {
  const { script } = attemptOf(outcomes, outcome)
  return { script: (settings) => (isAsked(settings) ? denied : { script }).script(settings) }
}

function isAsked({ consent }: Settings): boolean {
  return consent === 'asked'
}

export default defineLab({
  use: {
    script: allowed(happy),
    goal: {
      description: 'The terminal shows Ada’s photos.',
      reached: (trace) => shows(trace, 'terminal', 'harbour.jpg'),
    },
  },
  attacks: [
    attackOf(outcomes, 'scheme-intercepted', { goal, script: allowed(intercepted) }),
    // Nobody can paste an address that the browser has not been sent to.
    attackOf(outcomes, 'consent-fix', { goal, ...pasted('consent-fix'), presupposes: ['loopback-address'] }),
    attackOf(outcomes, 'consent-fix-short-code', {
      goal,
      ...pasted('consent-fix-short-code'),
      presupposes: ['loopback-address', 'short-lived-code'],
    }),
  ],
  defences: {
    pkce: { off: { uses_pkce: false }, on: { uses_pkce: true } },
    'short-lived-code': { off: { code_lifetime: 60 }, on: { code_lifetime: 5 } },
    'loopback-address': { off: { redirect: 'private_scheme' }, on: { redirect: 'loopback' } },
    'claimed-https': { off: {}, on: { redirect: 'claimed_https' } },
    'person-asked': { off: { consent: 'preapproved' }, on: { consent: 'asked' } },
  },
})
