/** Whom the app takes the person for: claims that are missing or not verified, and the account of somebody else. */
import type { Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countLifecycle, shows } from '../../scenario-kit/goals.ts'
import { failing, isSignedIn, signedIn, submit } from './script.ts'
import { BOB } from './world.ts'

const EMAIL = 'openid email photos:read'

const comesAgain: ScriptLine[] = [...signedIn, ...submit('home'), ...submit('start')]

/** A part of the outcomes. */
export const accountOutcomes: readonly Outcome[] = [
  failing(
    { id: 'no-email', rule: 'missing_claim', alert: 'The claim email is missing' },
    {
      title: 'No email address',
      summary: 'The app knows people by their email address, and has not asked for the scope that brings it.',
      settings: { known_by: 'email' },
    },
    {
      remedy: 'email',
      code: 'The claim email is missing',
      cause: 'Which claims come depends on the scope that was asked for (OpenID Connect Core §5.4).',
      fix: 'Ask for the scope email; or know people by iss and sub, which are always there.',
    },
  ),
  {
    id: 'email',
    title: 'With the email address',
    summary: 'The app asks for the scope email as well, and the server tells the address.',
    result: 'success',
    settings: { known_by: 'email', scope: EMAIL },
    script: signedIn,
    goal: {
      description: 'Ada is signed in, under her email address.',
      reached: (trace) => isSignedIn(trace) && shows(trace, 'tab', 'ada@example.com'),
    },
  },
  failing(
    { id: 'email-not-verified', rule: 'email_not_verified', alert: 'The email address is not verified' },
    {
      title: 'The address is not verified',
      summary: 'The server has Ada’s address and has never verified it. The app lets nobody in by such an address.',
      settings: { known_by: 'verified_email', scope: EMAIL, email_verified: false },
    },
    {
      remedy: 'email-verified',
      code: 'The email address is not verified',
      cause: 'email_verified is false or missing: the server does not say that the address is this person’s.',
      fix: 'Verify the address at the server. Do not take unverified ones from a server where anybody can state any.',
    },
  ),
  {
    id: 'email-verified',
    title: 'The address is verified',
    summary: 'Ada has proved to the server that the address is hers, and the app lets her in by it.',
    result: 'success',
    settings: { known_by: 'verified_email', scope: EMAIL },
    script: signedIn,
    goal: {
      description: 'Ada is signed in, under her email address.',
      reached: (trace) => isSignedIn(trace) && shows(trace, 'tab', 'ada@example.com'),
    },
  },
  {
    id: 'another-account',
    title: 'Signed in as somebody else',
    summary:
      'The app is for Bob, and the browser is signed in as Ada. She tries again, is asked nothing, and is still Ada.',
    result: 'failure',
    settings: { members: 'bob' },
    script: comesAgain,
    goal: {
      description: 'Two sign-ins of Ada, one password, and nobody is in.',
      reached: (trace) =>
        countLifecycle(trace, 'authorization_code', 'used') === 2 &&
        shows(trace, 'tab', 'Select an account') &&
        !isSignedIn(trace),
    },
    remedy: 'account-chosen',
    trouble: {
      code: 'This account may not use the app: select an account',
      cause: 'The session at the server is of another account than the app is for, and it answers by itself.',
      remedy:
        'Start the sign-in with prompt=select_account. A login_hint alone is a hint: the session may answer all the same.',
    },
  },
  {
    id: 'account-chosen',
    title: 'Another account is chosen',
    summary: 'The same, and the app has the server ask which account it shall be. Bob signs in.',
    result: 'success',
    settings: { members: 'bob', prompt: 'select_account' },
    script: [...comesAgain, ...submit('sign-in', BOB), ...submit('consent', { decision: 'approve' })],
    goal: {
      description: 'Bob is signed in.',
      reached: (trace) => isSignedIn(trace) && shows(trace, 'tab', 'user-2'),
    },
  },
]
