/** The attacks on device authorization, and what is meant to stop them. */
import type { ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

const isOneTimeCode = (line: ScriptLine) => line.type === 'submit' && line.form === 'totp'
const phished = attemptOf(outcomes, 'phished')

/** Ada answers what she is asked: a one-time code only where the server wants one. */
const own: Pick<Attack, 'script' | 'goal'> = {
  script: (settings) =>
    phished.script(settings).filter((line) => settings.second_factor === true || !isOneTimeCode(line)),
  goal: {
    description: 'The API gives the attacker Ada’s photos.',
    reached: (trace) => countAnswers(trace, { sender: 'attacker', host: 'api.example' }, 200) === 1,
  },
}

const happy = attemptOf(outcomes, 'happy')
/** What Ada’s authenticator shows during the first half minute. */
const secondFactor: readonly ScriptLine[] = [
  { type: 'submit', window: 'tab', form: 'totp', fields: { code: '618892', trust_device: '' } },
  { type: 'play' },
]

export default defineLab({
  use: {
    ...happy,
    script: (settings) => {
      const script = happy.script(settings)
      const consent = script.findIndex((line) => line.type === 'submit' && line.form === 'consent')
      return settings.second_factor === true
        ? [...script.slice(0, consent), ...secondFactor, ...script.slice(consent)]
        : script
    },
  },
  attacks: [
    attackOf(outcomes, 'phished', own),
    attackOf(outcomes, 'phished-nearby', { ...own, settings: { attacker_network: 'same' } }),
  ],
  defences: {
    'second-factor': { off: { second_factor: false }, on: { second_factor: true } },
    'network-check': { off: { network: 'any' }, on: { network: 'same' } },
  },
})
