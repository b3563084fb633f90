/** Why a second factor is asked for never, always or at the wrong moment, and why a step-up goes in circles. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const secondFactorCauses: readonly Cause[] = [
  {
    id: 'refresh-does-not-raise',
    title: 'The app refreshed instead of asking for a stronger sign-in',
    codes: ['insufficient_user_authentication'],
    messages: [
      'insufficient_user_authentication',
      'different authentication level is required',
      'mfa asked always',
      'asked always',
      'acr is not',
      'acr claim',
      'acr_values',
    ],
    tellApart: 'acr, amr and auth_time of the refreshed token are those of the one before.',
    fix: 'Send the person to the authorization endpoint with the acr_values of the challenge (RFC 9470 §4).',
    runs: [
      {
        scenario: 'step-up',
        outcome: 'refresh-raises-nothing',
        says: 'A different authentication level is required.',
      },
    ],
    evidence: ['auth0/auth0-server-python#161', 'keycloak/keycloak-documentation#1428'],
  },
  {
    id: 'session-answers-silently',
    title: 'The session or a trusted device answers, so nobody is asked',
    codes: [],
    messages: [
      'mfa asked never',
      'mfa never asked',
      'mfa not prompted',
      'mfa is not triggered',
      'once too few',
      'mfa asked',
    ],
    tellApart:
      'acr_values is only a request: a server may answer with less. Read acr and auth_time of the ID token; an old auth_time means that nobody typed anything.',
    fix: 'Ask with acr_values and max_age, and check acr and auth_time in what comes back.',
    runs: [{ scenario: 'mfa-sign-in', outcome: 'trusted-device' }],
    evidence: ['auth0/auth0-server-python#161', 'GluuFederation/oxAuth#192', 'keycloak/keycloak-documentation#1428'],
  },
  {
    id: 'sign-in-too-old',
    title: 'The sign-in is strong enough, but too long ago',
    codes: ['insufficient_user_authentication'],
    messages: ['more recent authentication is required', 'max_age', 'auth_time'],
    tellApart: 'The challenge has max_age, and auth_time of the token is older. acr is right.',
    fix: 'Send the person to the authorization endpoint with the max_age of the challenge.',
    runs: [{ scenario: 'step-up', outcome: 'auth-time-too-old', says: 'More recent authentication is required.' }],
    evidence: [],
  },
  {
    id: 'level-out-of-reach',
    title: 'The server knows no such level',
    codes: ['unmet_authentication_requirements'],
    operations: ['authorization'],
    messages: ['can reach none of the requested acr_values', 'unmet_authentication_requirements'],
    tellApart: 'The requested acr_values are not among acr_values_supported of the discovery document.',
    fix: 'Agree on a value that the server can reach, and configure the API with it.',
    runs: [
      {
        scenario: 'step-up',
        outcome: 'server-cannot',
        says: 'The server can reach none of the requested acr_values.',
      },
    ],
    evidence: [],
  },
  {
    id: 'authenticator-clock-differs',
    title: 'The clocks of the authenticator and of the server differ by more than the server allows',
    codes: [],
    messages: [
      'clock drift',
      'clocks are out of sync',
      'time drift',
      'rejects codes with clock drift',
      'totp code always invalid',
      'time correction for codes',
    ],
    tellApart:
      'Everybody’s codes are refused: the server’s clock. One person’s, on every server: that phone’s. Only now and then: a window of no step, so that a code of a second ago is refused.',
    fix: 'Set both clocks from the network. Accept the step before and after the present one (RFC 6238 §5.2), and the same at the enrolment as at the sign-in.',
    runs: [
      {
        scenario: 'mfa-sign-in',
        outcome: 'otp-no-window',
        says: 'The code is right for a clock that is about 30 seconds ahead',
      },
      {
        scenario: 'mfa-sign-in',
        outcome: 'otp-clock-skew',
        says: 'The code is right for a clock that is about 300 seconds ahead',
      },
    ],
    evidence: [
      'home-assistant/core#181369',
      'nextcloud/twofactor_totp#43',
      'andOTP/andOTP#285',
      'lobsters/lobsters#1948',
    ],
  },
  {
    id: 'prompt-of-another-sign-in',
    title: 'The prompt on the phone belongs to somebody else’s sign-in',
    codes: [],
    messages: [
      'mfa fatigue',
      'mfa bombing',
      'push bombing',
      'mfa denied; user declined the authentication',
      'mfa denied; phone app reported fraud',
      'unsolicited mfa',
      'the phone is left alone',
      'the number typed on the phone is not',
    ],
    tellApart:
      'The log has prompts at times when the person did not sign in, or from an address that is not theirs. Several in a row and then a success: one was approved.',
    fix: 'Change the password: whoever sends prompts knows it. After a success end all sessions. Have a number of the sign-in page typed, and limit the prompts; a passkey asks nobody.',
    runs: [
      { scenario: 'mfa-sign-in', outcome: 'push-fatigue' },
      { scenario: 'mfa-sign-in', outcome: 'push-mistaken' },
      { scenario: 'mfa-sign-in', outcome: 'prompt-limit', says: 'the phone is left alone' },
      { scenario: 'mfa-sign-in', outcome: 'own-number', says: 'The number typed on the phone is not' },
    ],
    evidence: [
      'eduMFA/eduMFA#349',
      'netzbegruenung/keycloak-mfa-plugins#428',
      'Azure/Azure-Sentinel#4565',
      'ASD-Blueprint/desktop.gov.au#234',
    ],
  },
  {
    id: 'link-opened-by-scanner',
    title: 'A mail scanner opened the magic link first',
    codes: ['otp_expired'],
    messages: [
      'magic link "already used"',
      'magic link already used',
      'magic link',
      'email link is invalid or has expired',
      'link already used',
    ],
    tellApart:
      'The server’s log has a GET seconds after sending, from the mail provider’s network, before the person’s.',
    fix: 'Let the link show a page with a button, and redeem on its POST; or send a code to type.',
    runs: [
      { scenario: 'email-link', outcome: 'scanner-first', says: 'Email link is invalid or has expired' },
      { scenario: 'email-link', outcome: 'scanner-presses', says: 'Email link is invalid or has expired' },
    ],
    evidence: ['supabase/auth#1214', 'nextauthjs/next-auth#1840', 'better-auth/better-auth#9690'],
  },
  {
    id: 'link-opened-elsewhere',
    title: 'The link in the mail was opened in another browser than the one in which the sign-in began',
    codes: ['code_verifier_missing'],
    messages: [
      'code verifier not found in storage',
      'both auth code and code verifier should be non-empty',
      'initiated in a different browser or device',
      'begun in a different browser or device',
    ],
    tellApart:
      'The mail was read on a phone, in a mail app’s own browser or in a private window. In the browser that asked for it the next link works. Without a mail in between, the storage was cleared or the callback is at another host.',
    fix: 'Mail a code that is typed where the sign-in began; or let the server refuse the link in another browser without using it up. Do not switch PKCE off.',
    runs: [{ scenario: 'email-link', outcome: 'other-device', says: 'PKCE code verifier not found in storage' }],
    evidence: ['supabase/auth-helpers#545', 'supabase/supabase-js#1931', 'supabase/agent-skills#249'],
  },
  {
    id: 'link-too-old',
    title: 'The mail was read too late',
    codes: ['otp_expired'],
    messages: ['email link is invalid or has expired'],
    tellApart: 'The server’s log has no earlier use of the link, and the mail is older than links live.',
    fix: 'Offer another mail on the page that says so.',
    runs: [{ scenario: 'email-link', outcome: 'expired', says: 'Email link is invalid or has expired' }],
    evidence: [],
  },
]
