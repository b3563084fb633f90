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

const CORE = {
  ...BROWSER,
  source:
    'https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/00b2e5adab24385a65ebfb55c1cc75558c838ac2/lib/msal-core/src/error/ClientAuthError.ts',
}

const NODE = {
  ...BROWSER,
  source:
    'https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/01660a58c706462cb6a3a59cfc11969e9912718f/lib/msal-node/src/error/NodeAuthError.ts',
}

/** The codes of msal-browser, msal-node, msal-common and the first MSAL.js. */
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
    'token-cache-empty': {
      no_account_in_silent_request: 'No account was named for a silent request.',
      no_account_found: 'The cache holds no such account.',
      no_tokens_found: 'The cache holds no token for these scopes.',
    },
    'another-account-needed': {
      multiple_matching_accounts: 'Several accounts fit the request.',
      multiple_matching_tokens: 'Several tokens fit the request.',
    },
    'nonce-differs': {
      nonce_mismatch: 'The ID token’s nonce is another one; requests at the same time can do that.',
      nonce_not_found: 'There is no stored nonce for this answer.',
    },
    'issuer-unreachable': {
      endpoints_resolution_error: 'The authority’s endpoints were not found: the network, or its address.',
      openid_config_error: 'The authority’s discovery document was not there, or lacks the endpoints.',
    },
    'client-assertion-refused': { invalid_assertion: 'The client assertion is malformed.' },
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
  ...rowsOf('code', CORE, {
    'sign-in-window-closed': {
      user_cancelled: 'The person closed the popup before the sign-in was over.',
      popup_window_error: 'The browser did not open the popup.',
    },
    'silent-frame-no-answer': { token_renewal_error: 'The hidden frame gave no answer in time.' },
    'nonce-differs': { nonce_mismatch_error: 'The ID token’s nonce is another one than was sent.' },
    'token-cache-empty': {
      user_login_error: 'Nobody is signed in, by what the library has stored.',
      user_non_existent: 'Nobody is signed in, by what the library has stored.',
    },
  }),
  ...rowsOf('message', CORE, {
    'nonce-differs': {
      'Nonce is not matching, Nonce received: {found}, nonce expected : {expected}.':
        'The ID token’s nonce is another one than was sent.',
    },
  }),
  ...rowsOf('message', NODE, {
    'state-of-another-origin': {
      'State not found. Please verify that the request originated from msal.':
        'There is no stored state for this answer.',
    },
    'state-forged': {
      'Unable to parse state. Please verify that the request originated from msal.':
        'The state is not in the form that the library writes.',
    },
  }),
]
