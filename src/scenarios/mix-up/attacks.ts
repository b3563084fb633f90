/** The attacks on an app with two authorization servers, and what is meant to stop them. */
import { countAnswers } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

/** By whichever way: with a token of the attacker's own, or in the app. */
const goal: Attack['goal'] = {
  description: 'The attacker sees Ada’s photos.',
  reached: (trace) =>
    countAnswers(trace, { sender: 'attacker', path: '/photos', host: 'api.example' }, 200) +
      countAnswers(trace, { sender: 'attacker', path: '/photos', host: 'app.example' }, 200) >
    0,
}

export default defineLab({
  use: attemptOf(outcomes, 'happy'),
  attacks: [
    // The server refuses a public client that does not use PKCE, whoever asks.
    attackOf(outcomes, 'mixed-up', { goal, presupposes: ['pkce'] }),
    attackOf(outcomes, 'own-client', { goal, presupposes: ['pkce'], settings: { attack: 'own_client' } }),
    attackOf(outcomes, 'injected', { goal, presupposes: ['client-authentication'] }),
    attackOf(outcomes, 'chosen-challenge', { goal, presupposes: ['client-authentication'] }),
  ],
  defences: {
    pkce: { off: { uses_pkce: false }, on: { uses_pkce: true } },
    'client-authentication': { off: { client_type: 'public' }, on: { client_type: 'confidential' } },
    iss: { off: { compares_issuer: false }, on: { compares_issuer: true } },
    'redirect-uri-per-server': { off: { redirect_uris: 'shared' }, on: { redirect_uris: 'per_issuer' } },
  },
})
