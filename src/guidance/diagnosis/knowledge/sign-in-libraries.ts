/** Libraries that sign people in: angular-oauth2-oidc, python-social-auth, Amplify, Better Auth, passport-oauth1. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const signInLibraries: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'angular-oauth2-oidc',
      source:
        'https://github.com/manfredsteyer/angular-oauth2-oidc/blob/7dd27566d05cd44c9f83957731049d1746f4392f/projects/lib/src/oauth-service.ts',
      read,
    },
    {
      'token-for-another-audience': {
        'Wrong audience: {found}': 'aud of the ID token does not have the client’s ID.',
      },
      'issuer-differs': {
        'Wrong issuer: {found}': ['iss of the ID token is not the issuer in the settings.', 'issuer'],
        'invalid issuer in discovery document': [
          'The issuer in the discovery document is not the one in the settings.',
          'issuer; strictDiscoveryDocumentValidation',
        ],
      },
      'nonce-differs': {
        'Wrong nonce: {found}': 'nonce of the ID token is not the one that is stored.',
      },
      'callback-reloaded': {
        'Validating access_token failed, wrong state/nonce': 'The state that came back is not the one that is stored.',
      },
      'state-of-another-origin': {
        'Validating access_token failed, wrong state/nonce': 'The state that came back is not the one that is stored.',
      },
      'tabs-sign-in-together': {
        'Validating access_token failed, wrong state/nonce': 'The state that came back is not the one that is stored.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'python-social-auth',
      source:
        'https://github.com/python-social-auth/social-core/blob/3bb06abdb21bc095a6e893ef7a63b63c3ce0a6a7/social_core/exceptions.py',
      read,
    },
    {
      'callback-reloaded': {
        'Wrong state parameter given': 'The session has another state than the callback.',
      },
      'tabs-sign-in-together': {
        'Wrong state parameter given': 'The session has another state than the callback.',
      },
      'state-cookie-not-sent': {
        'Wrong state parameter given': 'The session has another state than the callback.',
        'Session value state missing': 'The session of this request has no state.',
      },
      'sign-in-on-another-instance': {
        'Session value state missing': 'The session of this request has no state.',
      },
      'state-not-returned': {
        'Missing needed parameter state': 'The callback has no state.',
      },
      'account-exists-already': {
        AuthAlreadyAssociated: 'This sign-in is tied to another account of the app.',
        'This account is already in use': 'This sign-in is tied to another account of the app.',
      },
      'person-may-not-use-the-app': {
        "Your credentials aren't allowed": 'A rule of the app, such as its list of domains, keeps this person out.',
      },
      'access-denied': {
        'Authentication process canceled': 'The person, or the server, declined.',
      },
      'issuer-unreachable': {
        'The authentication provider could not be reached': 'The server did not answer.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'python-social-auth',
      source:
        'https://github.com/python-social-auth/social-core/blob/3bb06abdb21bc095a6e893ef7a63b63c3ce0a6a7/social_core/backends/open_id_connect.py',
      read,
    },
    {
      'nonce-differs': {
        'Incorrect id_token: nonce': 'nonce of the ID token is not one that is stored.',
      },
      'clocks-differ': {
        'Incorrect id_token: iat': 'iat of the ID token lies too far from this machine’s clock.',
        'Incorrect id_token: nbf': 'nbf lies ahead of this machine’s clock.',
      },
      'token-for-another-audience': {
        'Token error: Invalid audience': 'aud of the ID token does not have the client’s ID.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'python-social-auth',
      source:
        'https://github.com/python-social-auth/social-core/blob/3bb06abdb21bc095a6e893ef7a63b63c3ce0a6a7/social_core/backends/azuread_tenant.py',
      read,
    },
    {
      'wrong-tenant-endpoint': {
        'Token tenant does not match configured tenant': 'The token is of another tenant than the one in the settings.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'AWS Amplify',
      source:
        'https://github.com/aws-amplify/amplify-js/blob/36e3ce19983925ee6a68b75ebd9a01a95100989b/packages/auth/src/errors/constants.ts',
      read,
    },
    {
      'state-of-another-origin': {
        'redirect is coming from a different origin. The oauth flow needs to be initiated from the same origin':
          'The page of the callback is at another origin than the one where the sign-in began.',
      },
      'redirect-uri-on-wrong-platform': {
        'A valid non-http app scheme was not found in the config':
          'The app is native, and its redirect URIs are all of the web.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'AWS Amplify',
      source:
        'https://github.com/aws-amplify/amplify-js/blob/36e3ce19983925ee6a68b75ebd9a01a95100989b/packages/auth/src/providers/cognito/utils/oauth/validateState.ts',
      read,
    },
    {
      'callback-reloaded': {
        'An error occurred while validating the state': 'The state that came back is not the one that is stored.',
      },
      'state-of-another-origin': {
        'An error occurred while validating the state': 'The state that came back is not the one that is stored.',
      },
      'tabs-sign-in-together': {
        'An error occurred while validating the state': 'The state that came back is not the one that is stored.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'AWS Amplify',
      source:
        'https://github.com/aws-amplify/amplify-js/blob/36e3ce19983925ee6a68b75ebd9a01a95100989b/packages/auth/src/providers/cognito/utils/oauth/completeOAuthFlow.ts',
      read,
    },
    {
      'sign-in-window-closed': {
        'User cancelled OAuth flow': 'The window was closed before the sign-in was finished.',
      },
      'token-answer-unusable': {
        'No access token returned from OAuth flow': 'The answer has no access token.',
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'Better Auth',
      source:
        'https://github.com/better-auth/better-auth/blob/451aa4b6e57c9d4989bebc61ebb0892510e8a14e/packages/better-auth/src/oauth2/errors.ts',
      read,
    },
    {
      'account-exists-already': {
        account_already_linked_to_different_user: 'This sign-in is tied to another account of the app.',
      },
      'another-account-needed': {
        email_does_not_match:
          'The account that signed in has another email address than the one it should be linked to.',
      },
      'issuer-differs': {
        issuer_mismatch: 'iss of the callback is not the provider’s issuer.',
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'Better Auth',
      source:
        'https://github.com/better-auth/better-auth/blob/451aa4b6e57c9d4989bebc61ebb0892510e8a14e/packages/better-auth/src/oauth2/link-account.ts',
      read,
    },
    {
      'account-exists-already': {
        account_not_linked: [
          'There is an account with this email address, and this provider may not be linked to it by itself.',
          'account.accountLinking.trustedProviders',
        ],
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'Better Auth',
      source:
        'https://github.com/better-auth/better-auth/blob/451aa4b6e57c9d4989bebc61ebb0892510e8a14e/packages/better-auth/src/state.ts',
      read,
    },
    {
      'state-cookie-not-sent': {
        state_security_mismatch: 'The cookie of the sign-in did not come back, or is of another sign-in.',
      },
      'state-cookie-of-another-host': {
        state_security_mismatch: 'The cookie of the sign-in did not come back, or is of another sign-in.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'passport-oauth1',
      source:
        'https://github.com/jaredhanson/passport-oauth1/blob/2b770232e908a78b10704d093cf2f21ea4a23c64/lib/requesttoken/session.js',
      read,
    },
    {
      'state-cookie-not-sent': {
        'Failed to find request token in session': 'The session of the callback does not hold what the sign-in stored.',
      },
      'sign-in-on-another-instance': {
        'Failed to find request token in session': 'The session of the callback does not hold what the sign-in stored.',
      },
    },
  ),
]
