/** The attack on a request in an address, and what is meant to stop it. */
import { shows } from '../../scenario-kit/goals.ts'
import { attackOf, attemptOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import scenario from './index.ts'

const { outcomes } = scenario

const plain = { request: 'plain', requires: 'nothing' }

export default defineLab({
  use: {
    ...attemptOf(outcomes, 'happy'),
    goal: {
      description: 'Ada is signed in, and the access token allows what the app asked for.',
      reached: (trace) => shows(trace, 'tab', 'Signed in') && !shows(trace, 'tab', 'photos:write'),
    },
  },
  attacks: [attackOf(outcomes, 'changed-plain')],
  defences: {
    'pushed-request': { off: plain, on: { request: 'pushed', requires: 'pushed' } },
    'signed-request': { off: plain, on: { request: 'signed', requires: 'signed' } },
  },
})
