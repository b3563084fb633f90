/** The ways through the flow: whose account it is that somebody from upstream gets. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, failedCheck, shows } from '../../scenario-kit/goals.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import type { Trace } from '../../simulation/index.ts'
import { BOB, MALLORY } from './people.ts'

const play: ScriptLine = { type: 'play' }
const submit = (form: string, fields: Readonly<Record<string, string>> = {}): ScriptLine[] => [
  { type: 'submit', window: 'tab', form, fields },
  play,
]
const toUpstream: ScriptLine[] = [play, ...submit('start'), ...submit('provider-1')]
const allow = submit('consent', { decision: 'approve' })
/** Somebody opens the app, goes on to the upstream server and signs in there. */
const comesAs = (person: typeof ADA): ScriptLine[] => [...toUpstream, ...submit('sign-in', person), ...allow]
const order = submit('order')
const attackerLooks: ScriptLine[] = [{ type: 'act', action: 'attacker-sign-in' }, play]

const UPSTREAM_TOKEN: MessagePattern = { direction: 'request', sender: 'auth', host: 'social.example', path: '/token' }

const seesAdasOrders = (trace: Trace) => shows(trace, 'tab', '40 prints of harbour.jpg')

/** True when the app showed the attacker an order. */
function attackerSees(trace: Trace, text: string): boolean {
  return trace.some(
    (event) =>
      event.type === 'held' && event.message.to === 'attacker' && event.message.response?.body.includes(text) === true,
  )
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'Known by iss and sub',
    summary:
      'Ada signs in at the upstream server. The broker knows her by its issuer and her subject identifier, and tells the app who she is here.',
    result: 'success',
    script: comesAs(ADA),
    goal: {
      description: 'The app shows Ada her orders, and no link was made.',
      reached: (trace) => seesAdasOrders(trace) && countLifecycle(trace, 'account_link', 'issued') === 0,
    },
  },
  {
    id: 'linked',
    title: 'Linked after signing in',
    summary:
      'Ada comes from upstream for the first time. There is an account with her address; she signs in to it once, and it is linked.',
    result: 'success',
    settings: { is_linked: false },
    script: [...comesAs(ADA), ...submit('link', ADA)],
    goal: {
      description: 'One link is made, and the app shows Ada her orders.',
      reached: (trace) => seesAdasOrders(trace) && countLifecycle(trace, 'account_link', 'issued') === 1,
    },
  },
  {
    id: 'taken-over',
    title: 'Taken over by email address',
    summary:
      'The attacker states Ada’s address at the upstream server, which does not verify it. The broker finds an account with that address, and hands it over.',
    result: 'failure',
    settings: { linking: 'any_email' },
    script: comesAs(MALLORY),
    goal: {
      description: 'The attacker sees Ada’s orders, without her password or anything else of hers.',
      reached: (trace) => seesAdasOrders(trace) && !failedCheck(trace, 'invalid_credentials'),
    },
    remedy: 'asked-first',
    trouble: {
      code: 'A stranger signs in to an account by its email address',
      cause: 'Accounts are matched by email, and the other server lets anybody state any address.',
      remedy:
        'Know people by iss and sub (OpenID Connect Core §5.7). Link an account only after its owner has signed in to it.',
    },
  },
  {
    id: 'asked-first',
    title: 'The attacker is asked for the password',
    summary:
      'The same attacker, but the account is linked only after signing in to it. The attacker does not know Ada’s password.',
    result: 'success',
    script: [...comesAs(MALLORY), ...submit('link', { username: 'ada', password: MALLORY.password })],
    goal: {
      description: 'The password is refused, and no link is made.',
      reached: (trace) =>
        failedCheck(trace, 'invalid_credentials') &&
        countLifecycle(trace, 'account_link', 'issued') === 0 &&
        shows(trace, 'tab', 'The username or password is wrong'),
    },
  },
  {
    id: 'recycled-address',
    title: 'The address is somebody else’s now',
    summary:
      'Ada has left, and the upstream server has given her address to Bob, and verified it. The broker goes by verified addresses, and Bob gets her account.',
    result: 'failure',
    settings: { linking: 'verified_email', newcomer: 'address' },
    script: comesAs(BOB),
    goal: {
      description: 'Bob sees Ada’s orders, and everybody has done what they promised.',
      reached: (trace) => seesAdasOrders(trace) && countLifecycle(trace, 'account_link', 'issued') === 1,
    },
    remedy: 'asked-first',
    trouble: {
      code: 'A new colleague gets the account of the one before',
      cause:
        'email_verified tells of the moment in which it was verified (OpenID Connect Core §5.1). An address can be given to somebody else.',
      remedy: 'Link after signing in to the account, or have somebody who knows both persons do it.',
    },
  },
  {
    id: 'pre-registered',
    title: 'Registered before Ada came',
    summary:
      'The attacker registers Ada’s address at the broker and waits. Ada comes from upstream, with a verified address, and is given that account. The password still works.',
    result: 'failure',
    settings: { linking: 'any_email', registered_by: 'attacker' },
    script: [...comesAs(ADA), ...order, ...attackerLooks],
    goal: {
      description: 'The attacker signs in with the password and sees what Ada has ordered.',
      reached: (trace) => shows(trace, 'tab', 'account-1') && attackerSees(trace, '100 prints of dunes.jpg'),
    },
    remedy: 'kept-apart',
    trouble: {
      code: 'Somebody else reads along in my account',
      cause: 'The account was made by somebody who never proved to own the address, and is used by who does.',
      remedy:
        'Let no account be used, or linked, before its address is verified; when one is claimed, end its sessions and passwords.',
    },
  },
  {
    id: 'kept-apart',
    title: 'An unverified account is nobody’s',
    summary:
      'The same, but an address counts only if both servers have verified it. Ada gets an account of her own, and the attacker keeps an empty one.',
    result: 'success',
    settings: { linking: 'verified_email', registered_by: 'attacker' },
    script: [...comesAs(ADA), ...order, ...attackerLooks],
    goal: {
      description: 'Ada has another account than the attacker, who sees nothing of hers.',
      reached: (trace) => shows(trace, 'tab', 'account-2') && !attackerSees(trace, '100 prints of dunes.jpg'),
    },
  },
  {
    id: 'recycled-sub',
    title: 'The subject identifier is somebody else’s now',
    summary:
      'Ada has left, and the upstream server has given her subject identifier to Bob. The broker does everything right, and Bob gets her account.',
    result: 'failure',
    settings: { newcomer: 'sub' },
    script: comesAs(BOB),
    goal: {
      description: 'Bob sees Ada’s orders, and no new link was made.',
      reached: (trace) => seesAdasOrders(trace) && countLifecycle(trace, 'account_link', 'issued') === 0,
    },
    remedy: 'happy',
    trouble: {
      code: 'A stranger signs in as somebody who has left',
      cause:
        'The upstream server breaks its promise that a sub is never given to somebody else (OpenID Connect Core §5.7).',
      remedy:
        'Nothing that the broker checks helps. Choose a server whose sub is not a username or an address, and have it tell when an account ends.',
    },
  },
  {
    id: 'upstream-down',
    title: 'The upstream server does not answer',
    summary:
      'Ada has signed in there, but the broker’s token request is lost. The broker tells the app, which says so; her password at the broker would still work.',
    result: 'failure',
    script: [
      ...toUpstream,
      ...submit('sign-in', ADA),
      { type: 'submit', window: 'tab', form: 'consent', fields: { decision: 'approve' } },
      { type: 'play', until: UPSTREAM_TOKEN },
      { type: 'drop', message: UPSTREAM_TOKEN },
      play,
    ],
    goal: {
      description: 'The app is told temporarily_unavailable.',
      reached: (trace) => shows(trace, 'tab', 'temporarily_unavailable'),
    },
    remedy: 'happy',
    trouble: {
      code: 'temporarily_unavailable',
      cause: 'A server that this one depends on does not answer.',
      remedy: 'Try again later, and offer another way to sign in. A retry by the app alone would only add to the load.',
    },
  },
  {
    id: 'account-exists',
    title: 'An account exists already',
    summary:
      'Ada has an account with a password, and comes from upstream for the first time. The broker links nothing, and turns her away.',
    result: 'failure',
    settings: { linking: 'never', is_linked: false },
    script: comesAs(ADA),
    goal: {
      description: 'The app is told, and no link is made.',
      reached: (trace) => failedCheck(trace, 'account_exists') && countLifecycle(trace, 'account_link', 'issued') === 0,
    },
    remedy: 'linked',
    trouble: {
      code: 'Another account already exists with this email address',
      cause: 'The person once signed in by a password or another provider. Nobody has said that both are the same.',
      remedy: 'Sign in the first way and link the second from there. Never link by an address that anybody can state.',
    },
  },
]
