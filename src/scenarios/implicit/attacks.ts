/** The ways in which a token in an address gets to others, or comes from others, and what is meant to stop them. */
import { countAnswers } from '../../scenario-kit/goals.ts'
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import type { Trace } from '../../simulation/index.ts'
import scenario from './index.ts'

const { outcomes } = scenario

/** True when a request to the app’s web server had the token in its address. */
const isLogged = (trace: Trace) =>
  trace.some(
    (event) =>
      event.type === 'held' &&
      event.message.to === 'app' &&
      event.message.direction === 'request' &&
      event.message.request.url.includes('access_token='),
  )

const history = attemptOf(outcomes, 'history')

export default defineLab({
  use: {
    ...attemptOf(outcomes, 'happy'),
    goal: {
      description: 'The API gives the app Ada’s photos.',
      reached: (trace) => countAnswers(trace, { sender: 'app', host: 'api.example', method: 'GET' }, 200) > 0,
    },
  },
  attacks: [
    attackOf(outcomes, 'history', {
      presupposes: ['no-redirector'],
      // Where there is no token in the address nobody can be told to copy it: looking is the attack.
      script: (settings) =>
        history.script(settings).filter((line) => line.type !== 'act' || line.action !== 'copy-token'),
      goal: {
        description: 'Whoever presses Back has the token in the address bar.',
        reached: (trace) => {
          const last = trace.findLast((event) => event.type === 'window' && event.view.id === 'tab')
          return last?.type === 'window' && last.view.url.includes('access_token=')
        },
      },
    }),
    attackOf(outcomes, 'redirected', { presupposes: ['no-token-in-query'] }),
    attackOf(outcomes, 'query', {
      presupposes: ['no-redirector'],
      // Once is enough: a page that cleans its address does so when the request is long in the log.
      goal: {
        description: 'The log of the app’s web server has the token.',
        reached: isLogged,
      },
    }),
    attackOf(outcomes, 'injected', { presupposes: ['no-redirector'] }),
    attackOf(outcomes, 'injected-stolen', { presupposes: ['no-redirector'] }),
  ],
  defences: {
    'no-redirector': { off: { redirect_path: '/go' }, on: { redirect_path: '/callback' } },
    'no-token-in-query': {
      off: { server: 'old', response_mode: 'query' },
      on: { server: 'registered', response_mode: 'fragment' },
    },
    'token-client': { off: { sessions: 'any_token' }, on: { sessions: 'own_token' } },
    'at-hash': { off: { sessions: 'any_token' }, on: { sessions: 'id_token' } },
    'code-flow': { off: { sessions: 'any_token' }, on: { sessions: 'code' } },
    'clean-address': { off: { cleans_address: false }, on: { cleans_address: true } },
  },
})
