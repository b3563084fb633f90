/** The attacks on the way back from the authorization server, and what is meant to stop them. */
import { shows } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import { copied, hasPhotos, honestUse, injected, isPlanted, outcomes, planted, posted } from './outcomes.ts'

const photos: Attack['goal'] = { description: 'The attacker sees Ada’s photos.', reached: hasPhotos }
const account: Attack['goal'] = {
  description: 'Ada’s browser is signed in to the attacker’s account.',
  reached: isPlanted,
}

export default defineLab({
  use: {
    script: honestUse,
    goal: { description: 'Ada sees her photos.', reached: (trace) => shows(trace, 'tab', 'harbour.jpg') },
  },
  attacks: [
    // With a 307 the app gets a form that it does not know, and nobody can sign in.
    attackOf(outcomes, 'history', { goal: photos, presupposes: ['see-other'], script: copied }),
    attackOf(outcomes, 'injected', { goal: photos, presupposes: ['see-other'], script: injected }),
    attackOf(outcomes, 'login-csrf', { goal: account, presupposes: ['see-other'], script: planted }),
    attackOf(outcomes, 'downgraded', {
      goal: account,
      presupposes: ['see-other', 'pkce'],
      settings: { strips_challenge: true },
      script: planted,
    }),
    attackOf(outcomes, 'diverted', { goal: photos, presupposes: ['see-other'] }),
    attackOf(outcomes, 'password-posted', { goal: photos, script: posted }),
  ],
  defences: {
    pkce: { off: { uses_pkce: false }, on: { uses_pkce: true } },
    state: { off: { checks_state: false }, on: { checks_state: true } },
    nonce: { off: { uses_nonce: false }, on: { uses_nonce: true } },
    'downgrade-check': { off: { refuses_downgrade: false }, on: { refuses_downgrade: true } },
    'exact-redirect-matching': { off: { redirect_uri_matching: 'prefix' }, on: { redirect_uri_matching: 'exact' } },
    'known-targets': { off: { redirector: 'anywhere' }, on: { redirector: 'known' } },
    'see-other': { off: { redirect_status: '307' }, on: { redirect_status: '303' } },
    'referrer-policy': { off: { referrer_policy: 'unsafe-url' }, on: { referrer_policy: 'no-referrer' } },
    'redeemed-at-once': { off: { redeems: 'later' }, on: { redeems: 'at_once' } },
  },
})
