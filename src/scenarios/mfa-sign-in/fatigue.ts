/** Prompts that somebody else has sent: until Ada gives in, or while she waits for her own; and what stops it. */
import type { Outcome } from '../../scenario-kit/contract.ts'
import { countMessages, failedCheck, shows } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'
import { askPhone, bother, botherInVain, enter, intrude, password, press, takeOver } from './beats.ts'

const tired = [...intrude, ...botherInVain('deny-push'), ...botherInVain('deny-push'), ...botherInVain('deny-push')]

const mistaken = [...password, ...askPhone, ...intrude, ...bother]

const isIn = (trace: Trace) => shows(trace, 'attacker', 'pwd swk mfa')

/** What fails, and beside it what differs in one setting. */
export const fatigue: readonly Outcome[] = [
  {
    id: 'push-fatigue',
    title: 'Approved to make it stop',
    summary:
      'Somebody knows Ada’s password and has her phone ask again and again. Three times she says no; the fourth time she taps “Approve”.',
    result: 'failure',
    settings: { attacker: true, push_answer: 'none' },
    script: [...tired, ...bother, ...press('approve-push'), ...enter, ...takeOver],
    goal: {
      description: 'After several prompts the attacker is signed in as Ada, with two factors.',
      reached: (trace) =>
        isIn(trace) && countMessages(trace, { sender: 'attacker', parameters: { method: 'push_send' } }) > 2,
    },
    remedy: 'number-typed',
    trouble: {
      code: 'MFA prompts that nobody asked for',
      cause: 'Somebody knows the password, and a prompt that a tap approves says nothing of whose sign-in it is.',
      remedy: 'Change the password, and end the sessions. Have a number of the sign-in page typed, or use passkeys.',
    },
  },
  {
    id: 'number-typed',
    title: 'The number is on the attacker’s page',
    summary:
      'The same prompts, and Ada gives in. The phone wants the number of the sign-in page: she has none, and types any.',
    result: 'success',
    settings: { attacker: true, push_answer: 'typed' },
    script: [...tired, ...bother, ...press('type-number'), ...enter],
    goal: {
      description: 'The server refuses the number, and the attacker stays outside.',
      reached: (trace) => failedCheck(trace, 'push_number_mismatch') && !isIn(trace),
    },
  },
  {
    id: 'prompt-limit',
    title: 'Three prompts, and no more',
    summary:
      'The same prompts; after the third one the server leaves the phone alone. Ada’s authenticator still works.',
    result: 'success',
    settings: { attacker: true, push_answer: 'none', max_prompts: 3 },
    script: [...tired, ...bother],
    goal: {
      description: 'The server sends no fourth prompt.',
      reached: (trace) => failedCheck(trace, 'too_many_prompts') && !isIn(trace),
    },
  },
  {
    id: 'push-mistaken',
    title: 'Somebody else’s prompt, approved by mistake',
    summary:
      'Ada is signing in and waits for her prompt. The attacker’s comes a moment later, and she approves it. A limit does not matter here.',
    result: 'failure',
    settings: { attacker: true, push_answer: 'none', max_prompts: 3 },
    script: [...mistaken, ...press('approve-push'), ...enter, ...takeOver],
    goal: { description: 'The attacker is signed in as Ada, with two factors.', reached: isIn },
    remedy: 'own-number',
    trouble: {
      code: 'Approved a prompt, and still not signed in',
      cause: 'The prompt was another sign-in’s, and a tap cannot tell the two apart.',
      remedy: 'End all sessions and change the password. Have a number of the sign-in page typed.',
    },
  },
  {
    id: 'own-number',
    title: 'The number of the wrong page',
    summary:
      'The same mistake. Ada types the number of her own page, and the prompt is the attacker’s: they do not match.',
    result: 'success',
    settings: { attacker: true, push_answer: 'typed', max_prompts: 3 },
    script: [...mistaken, ...press('type-number'), ...enter],
    goal: {
      description: 'The server refuses the number, and the attacker stays outside.',
      reached: (trace) => failedCheck(trace, 'push_number_mismatch') && !isIn(trace),
    },
  },
]
