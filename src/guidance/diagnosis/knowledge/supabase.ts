/** Supabase Auth: its codes, and what its client library says. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const supabase: readonly KnownError[] = [
  ...rowsOf(
    'code',
    {
      vendor: 'Supabase Auth',
      source:
        'https://github.com/supabase/supabase/blob/1f36869ad23de06842d7995ca98e2456a4e45688/apps/docs/content/errorCodes/authErrorCodes.toml',
      read,
    },
    {
      'verifier-mismatch': {
        bad_code_verifier: 'The code verifier does not belong to the challenge.',
      },
      'state-not-returned': {
        bad_oauth_callback: 'The provider’s answer lacks something, the state for one.',
        bad_oauth_state: 'The state came back in another form than it was sent in.',
      },
      'state-aged-by-clock': {
        flow_state_expired: 'The sign-in took too long.',
        flow_state_not_found: 'The sign-in took too long and was cleaned away, or its code was redeemed before.',
        saml_relay_state_expired: 'The SAML sign-in took too long.',
        saml_relay_state_not_found: 'The SAML sign-in took too long, and was cleaned away.',
      },
      'email-not-verified': {
        email_not_confirmed: 'The person has not confirmed the address.',
        provider_email_needs_verification:
          'The provider does not verify addresses, so a mail was sent to confirm this one.',
      },
      'token-not-sent': {
        no_authorization: 'The request has no Authorization header.',
      },
      'role-missing': {
        not_admin: 'The token has no role of an administrator.',
      },
      'sign-in-method-disabled': {
        anonymous_provider_disabled: 'Anonymous sign-ins are switched off.',
        email_provider_disabled: 'Signing up with address and password is switched off.',
        phone_provider_disabled: 'Signing up with a phone number is switched off.',
        oauth_provider_not_supported: 'The provider is switched off.',
        provider_disabled: 'The provider is switched off.',
        otp_disabled: 'One-time codes and magic links are switched off.',
        signup_disabled: 'Nobody may sign up.',
        saml_provider_disabled: 'Single sign-on by SAML is switched off.',
      },
      'link-opened-by-scanner': {
        otp_expired: 'The one-time code or link is over; a mail scanner may have used it up.',
        invite_not_found: 'The invitation is over or was used before.',
      },
      'credentials-wrong': {
        mfa_verification_failed: 'The code of the second factor is wrong.',
      },
      'server-overloaded': {
        over_request_rate_limit: 'Too many requests came from this address.',
        over_email_send_rate_limit: 'Too many mails were sent to this address.',
        over_sms_send_rate_limit: 'Too many text messages were sent to this number.',
      },
      'sign-in-too-old': {
        reauthentication_needed: 'Changing the password wants a recent sign-in.',
      },
      'refresh-token-revoked': {
        refresh_token_not_found: 'The session of this refresh token is gone.',
      },
      'parallel-refreshes': {
        refresh_token_already_used: 'The refresh token was used before, longer ago than the reuse interval allows.',
      },
      'token-for-another-audience': {
        unexpected_audience: 'The token’s audience is not the one that the request names.',
      },
      'person-may-not-use-the-app': {
        user_banned: 'The person is banned for a time.',
      },
      'account-exists-already': {
        identity_already_exists: 'This identity is linked to an account already.',
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'Supabase Auth',
      source:
        'https://github.com/supabase/auth/blob/00fc4616f356c6664292f4994ddea18d3ce82412/internal/api/apierrors/errorcode.go',
      read,
    },
    {
      'registration-closed': {
        oauth_dynamic_client_registration_disabled: 'Clients cannot register themselves.',
      },
      'client-unknown': {
        oauth_client_not_found: 'There is no such client.',
      },
      'state-aged-by-clock': {
        oauth_client_state_expired: 'The sign-in at the other provider took too long.',
        oauth_client_state_not_found: 'The sign-in at the other provider is not remembered any more.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Supabase Auth', source: 'https://github.com/supabase/auth/issues/2136', read },
    {
      'parallel-refreshes': {
        'Invalid Refresh Token: Already Used':
          'The refresh token was used before; often browser and server refresh each for itself.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Supabase Auth', source: 'https://github.com/supabase/auth-helpers/issues/436', read },
    {
      'refresh-token-revoked': {
        'Invalid Refresh Token: Refresh Token Not Found':
          'The session is gone at the server, after the database was reset for one.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Supabase Auth', source: 'https://github.com/supabase/auth-helpers/issues/545', read },
    {
      'link-opened-elsewhere': {
        'both auth code and code verifier should be non-empty':
          'The code verifier is not in storage where the code is redeemed: another host, browser or device.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Supabase Auth', source: 'https://github.com/supabase/supabase-js/pull/1931', read },
    {
      'link-opened-elsewhere': {
        'PKCE code verifier not found in storage': [
          'The code verifier is not in storage where the code is redeemed: another browser or device, or storage that was cleared.',
          'At the server: cookies as storage, as @supabase/ssr has them.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Supabase Auth', source: 'https://github.com/supabase/supabase/issues/16181', read },
    {
      'state-aged-by-clock': {
        'No associated flow state found': 'The sign-in took too long.',
        'Flow state is expired': 'The sign-in took too long.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Supabase Auth', source: 'https://github.com/supabase/supabase/issues/10357', read },
    {
      'key-in-place-of-a-token': {
        'invalid claim: missing sub claim': 'The token is nobody’s: the session’s access token was not sent.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Supabase Auth', source: 'https://github.com/supabase/auth/issues/1677', read },
    {
      'sign-in-method-disabled': {
        'Signups not allowed for this instance': [
          'Nobody new may sign up.',
          'The project’s setting that lets new people sign up.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Supabase Auth', source: 'https://github.com/supabase/supabase/issues/3841', read },
    {
      'sign-in-method-disabled': {
        'Unsupported provider: Provider is not enabled':
          'The provider is switched off, or another project was asked than the one it is on in.',
      },
    },
  ),
]
