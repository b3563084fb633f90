/** The ways through the sign-in: what asks for a second factor, and what passes it. The failures are in `failures.ts`, an attack in `fatigue.ts`. */
import { multiFactor, singleFactor } from '../../protocol/authentication/index.ts'
import type { Outcome } from '../../scenario-kit/contract.ts'
import { countLifecycle, passedCheck, shows } from '../../scenario-kit/goals.ts'
import {
  answered,
  askPhone,
  CODE_AHEAD,
  CODE_AT_START,
  code,
  consent,
  password,
  passwordAgain,
  play,
  press,
} from './beats.ts'
import { failures } from './failures.ts'
import { fatigue } from './fatigue.ts'

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'totp',
    title: 'New device: one-time code',
    summary: 'Ada uses this browser for the first time, so she types the code from her authenticator.',
    result: 'success',
    script: [...password, ...code(CODE_AT_START), ...consent],
    goal: {
      description: 'The ID token says pwd, otp and mfa.',
      reached: (trace) => passedCheck(trace, 'new_device') && shows(trace, 'tab', 'pwd otp mfa'),
    },
  },
  {
    id: 'totp-within-window',
    title: 'Half a minute ahead, and accepted',
    summary:
      'The phone’s clock is half a minute ahead, so it shows the next code already. The server takes one step more or less.',
    result: 'success',
    settings: { authenticator_skew: 30 },
    script: [...password, ...code(CODE_AHEAD), ...consent],
    goal: {
      description: 'The code of the next step is accepted.',
      reached: (trace) => passedCheck(trace, 'totp') && shows(trace, 'tab', multiFactor),
    },
  },
  {
    id: 'push',
    title: 'New device: push with number matching',
    summary:
      'The page shows a number, the phone offers three. Ada picks the one she sees, and her phone signs the answer.',
    result: 'success',
    script: [...password, ...askPhone, ...press('choose-1'), ...answered, ...consent],
    goal: {
      description: 'The ID token says pwd, swk and mfa.',
      reached: (trace) => passedCheck(trace, 'push') && shows(trace, 'tab', 'pwd swk mfa'),
    },
  },
  {
    id: 'recovery-code',
    title: 'Phone lost: recovery code',
    summary: 'Neither phone nor authenticator is at hand; one of the codes on paper works, once.',
    result: 'success',
    script: [
      ...password,
      {
        type: 'submit',
        window: 'tab',
        form: 'recovery_code',
        fields: { code: 'harbour-light-42', trust_device: '' },
      },
      play,
      ...consent,
    ],
    goal: {
      description: 'The recovery code is accepted.',
      reached: (trace) => passedCheck(trace, 'recovery_code') && shows(trace, 'tab', multiFactor),
    },
  },
  {
    id: 'policy-always',
    title: 'Policy: everybody, always',
    summary: 'The operator asks everybody for a second factor, on a trusted device too.',
    result: 'success',
    settings: { required: 'always' },
    script: [...password, ...code(CODE_AT_START), ...consent],
    goal: {
      description: 'The policy asked, and the second factor passed.',
      reached: (trace) => passedCheck(trace, 'second_factor_policy') && shows(trace, 'tab', multiFactor),
    },
  },
  {
    id: 'app-asks',
    title: 'Policy: when the app asks',
    summary: 'The app sends acr_values. That is a wish, so it looks at the acr of the ID token afterwards.',
    result: 'success',
    settings: { required: 'on_request', app_asks: true },
    script: [...password, ...code(CODE_AT_START), ...consent],
    goal: {
      description: 'The request asked, and the ID token has the acr.',
      reached: (trace) => passedCheck(trace, 'acr_values') && shows(trace, 'tab', multiFactor),
    },
  },
  {
    id: 'high-risk-action',
    title: 'High-risk action',
    summary:
      'A password is enough to look at photos. To delete them Ada is asked for a second factor, and both kinds of token can be compared.',
    result: 'success',
    settings: { required: 'on_request' },
    script: [
      ...password,
      ...consent,
      { type: 'act', action: 'ask-to-delete' },
      play,
      ...code(CODE_AT_START),
      ...consent,
      { type: 'act', action: 'delete' },
      play,
    ],
    goal: {
      description: 'The action asked, and the API accepted the stronger token.',
      reached: (trace) => passedCheck(trace, 'high_risk_action') && shows(trace, 'tab', 'photos are deleted'),
    },
  },
  {
    id: 'trusted-device',
    title: 'Trusted device: no second factor',
    summary: 'Ada trusted this browser, so at the next sign-in the password is enough, and the token says so.',
    result: 'success',
    script: [...password, ...code(CODE_AT_START, 'yes'), ...consent, ...passwordAgain],
    goal: {
      description: 'The second sign-in is with the password alone.',
      reached: (trace) => passedCheck(trace, 'trusted_device') && shows(trace, 'tab', singleFactor),
    },
  },
  {
    id: 'short-session',
    title: 'Short session with higher trust',
    summary: 'A session with a second factor lasts fifteen minutes; until then, nobody asks Ada anything.',
    result: 'success',
    script: [
      ...password,
      ...code(CODE_AT_START),
      ...consent,
      { type: 'advance', seconds: 600 },
      { type: 'act', action: 'sign-in' },
      play,
    ],
    goal: {
      description: 'A second code is issued without a page.',
      reached: (trace) =>
        countLifecycle(trace, 'authorization_code', 'issued') === 2 && countLifecycle(trace, 'session', 'ended') === 0,
    },
  },
  ...failures,
  ...fatigue,
]
