/** The attacks of a script in the page (RFC 10017 §5.1), and what is meant to stop them. */
import { countAnswers } from '../../scenario-kit/goals.ts'
import { type Attack, attackOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import { attackerHasPhotos, copiedAndRefreshed, newTokensFromPopup, outcomes, showsPhotos, used } from './outcomes.ts'

/** Whatever the tokens are worth: with them, or in spite of them, the photos are what it is about. */
const goal: Attack['goal'] = {
  description: 'The attacker has Ada’s photos.',
  reached: attackerHasPhotos,
}

export default defineLab({
  use: {
    script: () => used,
    goal: {
      description: 'Ada sees her photos, also when her access token has expired.',
      reached: (trace) => countAnswers(trace, { host: 'api.example', method: 'GET' }, 200) === 2 && showsPhotos(trace),
    },
  },
  attacks: [
    attackOf(outcomes, 'token-copied', { goal }),
    attackOf(outcomes, 'refresh-token-copied', {
      goal,
      script: ({ tokens }) => copiedAndRefreshed(tokens !== 'mediator' && tokens !== 'bff'),
    }),
    attackOf(outcomes, 'tokens-followed', { goal }),
    attackOf(outcomes, 'new-tokens', { goal }),
    attackOf(outcomes, 'new-tokens-popup', {
      goal,
      script: ({ consent_each_time }) => newTokensFromPopup(consent_each_time === true),
    }),
    attackOf(outcomes, 'through-browser', { goal }),
  ],
  defences: {
    'tokens-in-memory': { off: { tokens: 'storage' }, on: { tokens: 'memory' } },
    'tokens-in-worker': { off: { tokens: 'storage' }, on: { tokens: 'worker' } },
    'token-mediating-backend': { off: { tokens: 'storage' }, on: { tokens: 'mediator' } },
    bff: { off: { tokens: 'storage' }, on: { tokens: 'bff' } },
    dpop: { off: { dpop: false }, on: { dpop: true } },
    rotation: { off: { rotation: false }, on: { rotation: true } },
    'no-silent-frame': { off: { silent_frames: true }, on: { silent_frames: false } },
    'consent-each-time': { off: { consent_each_time: false }, on: { consent_each_time: true } },
  },
})
