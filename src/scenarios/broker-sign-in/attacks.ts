/** The ways to get somebody else’s account from upstream, and what is meant to stop them. */
import type { ScriptLine } from '../../scenario-kit/contract.ts'
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

import { ADA } from '../../scenario-kit/parties/cast.ts'
import { BOB, MALLORY } from './people.ts'

/** Whoever is asked for the password of the account tries their own. */
function guessing(outcome: string, password: string): Pick<Attack, 'script'> {
  const { script } = attemptOf(outcomes, outcome)
  const guess: readonly ScriptLine[] = [
    { type: 'submit', window: 'tab', form: 'link', fields: { username: 'ada', password } },
    { type: 'play' },
  ]
  return { script: (settings) => [...script(settings), ...(settings.linking === 'after_sign_in' ? guess : [])] }
}

/** Ada is asked for a password that is not hers, tries her own, and goes; nothing of hers gets into that account. */
function turnedAway(outcome: string): Pick<Attack, 'script'> {
  const { script } = attemptOf(outcomes, outcome)
  const fields = { username: 'ada', password: ADA.password }
  return {
    script: (settings) =>
      script(settings).map((line) =>
        settings.linking === 'after_sign_in' && line.type === 'submit' && line.form === 'order'
          ? { ...line, form: 'link', fields }
          : line,
      ),
  }
}

export default defineLab({
  use: attemptOf(outcomes, 'happy'),
  attacks: [
    attackOf(outcomes, 'taken-over', guessing('taken-over', MALLORY.password)),
    attackOf(outcomes, 'recycled-address', {
      ...guessing('recycled-address', BOB.password),
      settings: { newcomer: 'address' },
    }),
    attackOf(outcomes, 'pre-registered', { ...turnedAway('pre-registered'), settings: { registered_by: 'attacker' } }),
    attackOf(outcomes, 'recycled-sub', { settings: { newcomer: 'sub' } }),
  ],
  defences: {
    'verified-email': { off: { linking: 'any_email' }, on: { linking: 'verified_email' } },
    'link-after-sign-in': { off: {}, on: { linking: 'after_sign_in' } },
  },
})
