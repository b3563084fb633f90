/** The ways through the flow, each one reached by doing it. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, countMessages, failedCheck, passedCheck } from '../../scenario-kit/goals.ts'
import type { Trace } from '../../simulation/index.ts'

const EXCHANGE: MessagePattern = { parameters: { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange' } }
const ORDERS: MessagePattern = { path: '/orders' }
const INVOICES: MessagePattern = { path: '/invoices' }

const play: ScriptLine = { type: 'play' }
const askAgent: ScriptLine[] = [{ type: 'act', action: 'ask-agent' }, play]
/** Ada asks the agent as always, and looks at the weather. */
const attack: ScriptLine[] = [
  ...askAgent,
  { type: 'act', action: 'ask-plugin' },
  play,
  { type: 'act', action: 'plugin-exchange' },
  play,
]

/** What the invoice service wrote down of the calls that it answered: for whom, and by whom. */
function invoiceLog(trace: Trace): string[] {
  return trace.flatMap((event) => {
    if (event.type !== 'held' || event.message.from !== 'invoices' || event.message.response?.status !== 200) return []
    const { read_for, read_by } = JSON.parse(event.message.response.body)
    return [`${read_for} by ${read_by}`]
  })
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'delegation',
    title: 'Two services act for Ada, and say so',
    summary:
      'The agent exchanges Ada’s token for one to the order service, which exchanges that for one to the invoice service. act names both.',
    result: 'success',
    script: askAgent,
    goal: {
      description: 'The invoice service answers, and knows for whom, by whom, and who came before.',
      reached: (trace) =>
        countAnswers(trace, EXCHANGE, 200) === 2 &&
        invoiceLog(trace).join() === 'user-1 by order-service, before that travel-agent',
    },
  },
  {
    id: 'any-agent',
    title: 'Any agent speaks for anybody',
    summary:
      'The app sent Ada’s token to a plug-in as well. The server looks at no may_act, so the plug-in exchanges it and reads her invoices.',
    result: 'failure',
    settings: { may_act: 'unchecked' },
    script: attack,
    goal: {
      description: 'The invoice service gives the plug-in Ada’s invoices.',
      reached: (trace) => invoiceLog(trace).includes('user-1 by weather-plugin'),
    },
    remedy: 'may-act-checked',
    trouble: {
      code: 'token exchanged by a client that nobody named',
      cause:
        'An actor token proves who acts, not that the person agreed. A server that checks neither may_act nor a list of its own lets every client act for everybody.',
      remedy: 'Put may_act into the tokens and check it, or keep a list of who may exchange what for whom.',
    },
  },
  {
    id: 'may-act-checked',
    title: 'Only the agent that may_act names',
    summary: 'The same plug-in with the same token. Ada’s token names the travel agent, and the plug-in is not it.',
    result: 'success',
    script: attack,
    goal: {
      description:
        'The agent’s exchange works, the plug-in’s is refused because of may_act, and it never gets to the invoices.',
      reached: (trace) =>
        failedCheck(trace, 'may_act') &&
        countAnswers(trace, EXCHANGE, 200) === 2 &&
        countAnswers(trace, EXCHANGE, 400) === 1 &&
        countMessages(trace, { ...INVOICES, sender: 'plugin' }) === 0,
    },
    trouble: {
      code: 'invalid_request (may_act)',
      cause: 'The subject token names in may_act who may act for the person, and the caller is somebody else.',
      remedy: 'Let the party exchange that may_act names, or have the caller named in it.',
    },
  },
  {
    id: 'impersonation',
    title: 'Without an actor token: who was it?',
    summary:
      'The agent exchanges Ada’s token without saying who it is. Everything works, no act says that somebody acted for her, and to the invoice service the agent was never there.',
    result: 'failure',
    settings: { onward: 'impersonation' },
    script: askAgent,
    goal: {
      description: 'The invoice service answers and has never heard of the agent.',
      reached: (trace) => invoiceLog(trace).join() === 'user-1 by order-service',
    },
    remedy: 'delegation',
    trouble: {
      code: 'act missing',
      cause:
        'Without an actor token this server issues an impersonation: the token is Ada’s, without act (RFC 8693 §1.1). Only client_id still says who asked for it, and the next exchange drops that.',
      remedy: 'Send actor_token and actor_token_type, and log act together with sub.',
    },
  },
  {
    id: 'pass-on',
    title: 'Passed on instead of exchanged',
    summary:
      'The agent calls the order service with the token that it was called with. That one is for the agent alone.',
    result: 'failure',
    settings: { onward: 'pass_on' },
    script: askAgent,
    goal: {
      description: 'The order service answers 401: the token is meant for somebody else.',
      reached: (trace) => failedCheck(trace, 'audience') && countAnswers(trace, ORDERS, 401) === 1,
    },
    remedy: 'delegation',
    trouble: {
      code: 'invalid_token (wrong audience)',
      cause: 'A service passed on the token that it was called with; its aud is that service.',
      remedy: 'Exchange it for a token with the audience of the next service. Do not widen aud until everything works.',
    },
  },
  {
    id: 'invalid-target',
    title: 'A slash too many',
    summary:
      'The agent asks for a token for “https://orders.example/”. The server knows the service without the slash.',
    result: 'failure',
    settings: { audience: 'https://orders.example/' },
    script: askAgent,
    goal: {
      description: 'The exchange is refused with invalid_target.',
      reached: (trace) => failedCheck(trace, 'target') && countAnswers(trace, EXCHANGE, 400) === 1,
    },
    remedy: 'delegation',
    trouble: {
      code: 'invalid_target',
      cause:
        'audience or resource names a service that the server does not know, or may not issue for. Names are compared exactly.',
      remedy: 'Copy the identifier from the service’s metadata, with or without the slash as it stands there.',
    },
  },
  {
    id: 'more-scope',
    title: 'More than Ada allowed',
    summary:
      'The agent is registered for orders:write and asks for it. Ada’s token does not have it, and an exchange adds nothing.',
    result: 'failure',
    settings: { scope: 'orders:read orders:write invoices:read' },
    script: askAgent,
    goal: {
      description: 'The exchange is refused with invalid_scope.',
      reached: (trace) =>
        passedCheck(trace, 'may_act') &&
        failedCheck(trace, 'subject_scope') &&
        countAnswers(trace, EXCHANGE, 400) === 1,
    },
    remedy: 'delegation',
    trouble: {
      code: 'invalid_scope',
      cause: 'The exchange asks for a scope that the subject token does not have.',
      remedy: 'Ask for what the subject token has, or less; for more the person has to agree.',
    },
  },
  {
    id: 'expired',
    title: 'Too long in the queue',
    summary:
      'The agent gets round to the job after five minutes. Ada’s token has expired by then, and there is nothing to exchange.',
    result: 'failure',
    script: [
      { type: 'act', action: 'ask-agent' },
      { type: 'play', until: { ...EXCHANGE, direction: 'request' } },
      { type: 'delay', message: EXCHANGE, seconds: 300 },
      play,
    ],
    goal: {
      description: 'The exchange is refused: the subject token has expired.',
      reached: (trace) => failedCheck(trace, 'subject_token') && countAnswers(trace, EXCHANGE, 400) === 1,
    },
    remedy: 'delegation',
    trouble: {
      code: 'invalid_request (subject_token)',
      cause:
        'The subject token expired or was revoked before it was exchanged. RFC 8693 §2.2.2 has invalid_request for that.',
      remedy: 'Exchange at once and queue the result, or let the person’s app start long jobs with a grant of its own.',
    },
  },
]
