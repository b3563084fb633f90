/** MSAL for JavaScript: the codes of the library itself. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const BROWSER = {
  vendor: 'MSAL',
  source:
    'https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/034e9ac4a10c05f2a2e00bb2fcb7a8683aaa8861/lib/msal-browser/docs/errors.md',
  read: '2026-11-28',
}

const COMMON = {
  ...BROWSER,
  source:
    'https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/0107f7acf0d12499c27586c400308b5633c6d5e9/lib/msal-common/src/error/ClientAuthError.ts',
}

const FIRST = { ...BROWSER, source: 'https://app.unpkg.com/msal@1.4.18/files/src/error/ClientAuthError.ts' }

/** The codes of msal-browser, msal-common and the first MSAL.js. */
export const msal: readonly KnownError[] = [
  ...rowsOf('code', BROWSER, {
    'second-sign-in-started': {
      interaction_in_progress: [
        'Another sign-in of this app is not finished.',
        'Await handleRedirectPromise, and each call, before the next one.',
      ],
    },
    'answer-removed-from-address': {
      hash_empty_error: [
        'The answer was gone from the address before it was read.',
        'Use a blank page as the redirect URI of silent and popup calls.',
      ],
      hash_does_not_contain_known_properties: 'The answer in the address was changed before it was read.',
      monitor_window_timeout: 'No answer was seen in the frame or popup in time.',
      block_iframe_reload: 'The page at the redirect URI started a sign-in of its own inside the frame.',
    },
  }),
  ...rowsOf('message', BROWSER, {
    'answer-removed-from-address': {
      'Token acquisition in iframe failed due to timeout': 'No answer was seen in the hidden frame in time.',
    },
  }),
  ...rowsOf('code', COMMON, {
    'state-of-another-origin': { state_not_found: 'There is no stored state for this answer.' },
    'another-account-needed': {
      no_account_in_silent_request: 'No account was named for a silent request.',
      multiple_matching_accounts: 'Several accounts fit the request.',
    },
    'device-not-approved-yet': {
      device_code_expired: 'The device’s code has expired.',
      user_timeout_reached: 'The app’s own time limit for the device flow has passed.',
    },
    'secret-not-sent': {
      invalid_client_credential: 'A confidential client was made without a secret, certificate or assertion.',
    },
  }),
  ...rowsOf('code', FIRST, {
    'second-sign-in-started': {
      login_progress_error: 'A sign-in is already going on.',
      acquiretoken_progress_error: 'A request for a token is already going on.',
    },
  }),
]
