/** Prompts that somebody else has sent, and what is meant to stop them. */
import type { ScriptLine } from '../../scenario-kit/contract.ts'
import { shows } from '../../scenario-kit/goals.ts'
import { attackOf, defineLab } from '../../scenario-kit/policy-lab/declaration.ts'
import type { Settings } from '../../simulation/index.ts'
import {
  answered,
  askPhone,
  bother,
  botherInVain,
  consent,
  enter,
  intrude,
  password,
  press,
  takeOver,
} from './beats.ts'
import scenario from './index.ts'

/** Ada says no to so many prompts, and not to the next one. */
const PATIENCE = 3

/** How Ada answers, by what the server wants. */
type Answers = Readonly<Record<string, string>>

const OWN: Answers = { picked: 'choose-1', typed: 'type-number', none: 'approve-push' }
/** To have her peace. Of three numbers one is right, and here it is the first. */
const TIRED: Answers = OWN
/** Who compares sees that none of the three is that of her page. */
const MISTAKEN: Answers = { ...OWN, picked: 'deny-push' }

function answer(answers: Answers, { push_answer }: Settings): ScriptLine[] {
  return press(answers[String(push_answer)] ?? '')
}

/** The attacker sends prompts for as long as Ada, or the server, bears it. */
function fatigue(settings: Settings): readonly ScriptLine[] {
  const limit = Number(settings.max_prompts) || Number.POSITIVE_INFINITY
  const inVain = Array.from({ length: Math.min(PATIENCE, limit) }, () => botherInVain('deny-push')).flat()
  if (limit <= PATIENCE) return [...intrude, ...inVain, ...bother]
  const end = settings.push_answer === 'typed' ? enter : [...enter, ...takeOver]
  return [...intrude, ...inVain, ...bother, ...answer(TIRED, settings), ...end]
}

/** The attacker sends one while Ada waits for her own. */
function mistaken(settings: Settings): readonly ScriptLine[] {
  const end = settings.push_answer === 'none' ? [...enter, ...takeOver] : enter
  return [...password, ...askPhone, ...intrude, ...bother, ...answer(MISTAKEN, settings), ...end]
}

const settings = { attacker: true }

export default defineLab({
  use: {
    script: (given) => [...password, ...askPhone, ...answer(OWN, given), ...answered, ...consent],
    goal: { description: 'Ada is signed in.', reached: (trace) => shows(trace, 'tab', 'pwd swk mfa') },
  },
  attacks: [
    attackOf(scenario.outcomes, 'push-fatigue', { script: fatigue, settings }),
    attackOf(scenario.outcomes, 'push-mistaken', { script: mistaken, settings }),
  ],
  defences: {
    'number-picked': { off: { push_answer: 'none' }, on: { push_answer: 'picked' } },
    'number-typed': { off: { push_answer: 'none' }, on: { push_answer: 'typed' } },
    'prompt-limit': { off: { max_prompts: 0 }, on: { max_prompts: PATIENCE } },
  },
})
