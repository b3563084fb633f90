/** Firebase Authentication: the codes of its SDKs, and what the Admin SDK says of a token. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const firebase: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'Firebase Authentication',
      source:
        'https://github.com/firebase/firebase-js-sdk/blob/0bc6c9a04d3e2789583b96e98221524cb578402b/packages/auth/src/core/errors.ts',
      read,
    },
    {
      'origin-not-registered': {
        'auth/unauthorized-domain': [
          'The page’s domain is not among the authorized ones.',
          'The list of authorized domains in the Firebase console.',
        ],
        'auth/unauthorized-continue-uri': [
          'The domain of the address to go on to is not among the authorized ones.',
          'The list of authorized domains in the Firebase console.',
        ],
        'auth/app-not-authorized': [
          'The API key does not allow the domain that the app is hosted at.',
          'The key in the Google API console.',
        ],
      },
      'client-unknown': {
        'auth/invalid-api-key': 'There is no such API key: not copied whole, or of another project.',
        'auth/invalid-oauth-client-id': 'The client ID is wrong, or belongs to another project than the API key.',
      },
      'token-for-another-audience': {
        'auth/custom-token-mismatch': 'The custom token is for another project.',
        'auth/invalid-user-token': 'The session belongs to another project than the API key.',
      },
      'sign-in-too-old': {
        'auth/requires-recent-login': 'The operation wants a recent sign-in.',
      },
      'link-opened-by-scanner': {
        'auth/expired-action-code': 'The link of the mail is over.',
        'auth/invalid-action-code': 'The link of the mail is broken, over, or was used before.',
      },
      'second-sign-in-started': {
        'auth/cancelled-popup-request': 'Another sign-in window was opened meanwhile.',
        'auth/redirect-operation-pending': 'A sign-in by redirect is going on already.',
      },
      'sign-in-window-closed': {
        'auth/popup-blocked': 'The browser did not open the sign-in’s window.',
        'auth/popup-closed-by-user': 'The window was closed before the sign-in was finished.',
      },
      'access-denied': {
        'auth/redirect-cancelled-by-user': 'The person broke the sign-in off.',
        'auth/user-cancelled': 'The person did not grant what the app asked for.',
      },
      'refresh-token-revoked': {
        'auth/user-token-expired': 'The session is no longer good; the person has to sign in again.',
      },
      'credentials-wrong': {
        'auth/wrong-password': 'The password is wrong, or the person has none.',
        'auth/user-not-found': 'There is no such person, or the account was deleted.',
        'auth/invalid-verification-code': 'The code of the text message is wrong.',
      },
      'person-may-not-use-the-app': {
        'auth/user-disabled': 'An administrator has disabled the account.',
      },
      'account-exists-already': {
        'auth/account-exists-with-different-credential':
          'An account with this address exists, and belongs to another way to sign in.',
        'auth/credential-already-in-use': 'This identity is linked to another account.',
        'auth/email-already-in-use': 'Another account has this address.',
      },
      'sign-in-method-disabled': {
        'auth/operation-not-allowed': [
          'This way to sign in is switched off in the project.',
          'The tab for sign-in methods in the Firebase console’s Auth section.',
        ],
        'auth/admin-restricted-operation': 'Only an administrator may do this.',
      },
      'nonce-differs': {
        'auth/missing-or-invalid-nonce': 'The hash of the raw nonce is not the nonce in the ID token.',
      },
      'token-answer-unusable': {
        'auth/network-request-failed':
          'The server was not reached: no network, a timeout, something that blocks the request.',
      },
      'silent-sign-in-blocked': {
        'auth/web-storage-unsupported': 'The browser keeps no third-party cookies and data.',
      },
      'server-overloaded': {
        'auth/too-many-requests': 'Too many requests came from this device; it has to wait.',
      },
      'wrong-tenant-endpoint': {
        'auth/tenant-id-mismatch': 'The tenant of the request is not that of the Auth instance.',
        'auth/invalid-tenant-id': 'The Auth instance’s tenant ID is not valid.',
      },
      'email-not-verified': {
        'auth/unverified-email': 'The operation wants a verified address.',
      },
      'another-account-needed': {
        'auth/user-mismatch': 'The credentials belong to somebody else than the one signed in.',
      },
      'parameter-missing': {
        'auth/auth-domain-config-required': 'The configuration lacks authDomain.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Firebase Authentication', source: 'https://firebase.google.com/docs/auth/admin/errors', read },
    {
      'id-token-expired': {
        'auth/id-token-expired': 'The ID token has expired.',
      },
      'access-token-revoked': {
        'auth/id-token-revoked': 'The ID token was revoked.',
      },
      'role-missing': {
        'auth/insufficient-permission': 'The credential of the Admin SDK may not do this.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Firebase Authentication',
      source:
        'https://github.com/firebase/firebase-admin-node/blob/00f917a6afc15f2497f5bab16765359d46a53533/src/auth/token-verifier.ts',
      read,
    },
    {
      'token-for-another-audience': {
        'Firebase ID token has incorrect "aud" (audience) claim. Expected "{expected}" but got "{found}"':
          'The token is of another project, or another kind of ID token, of Google’s own sign-in for one.',
        'Firebase ID token has incorrect "iss" (issuer) claim. Expected "{expected}" but got "{found}"':
          'The token is of another project, or a session cookie.',
      },
      'key-in-place-of-a-token': {
        'Firebase ID token has no "kid" claim': 'The token was not issued by Firebase.',
        'verifyIdToken() expects an ID token, but was given a custom token':
          'A custom token was sent; it has to be exchanged for an ID token first.',
      },
      'id-token-expired': {
        'Firebase ID token has expired. Get a fresh ID token from your client app': 'The ID token has expired.',
        'Firebase ID token has "kid" claim which does not correspond to a known public key':
          'The key is no longer published, most likely because the token is old.',
      },
      'algorithm-differs': {
        'Firebase ID token has incorrect algorithm. Expected "{expected}" but got "{found}"':
          'The token is signed with another algorithm.',
      },
      'signing-key-differs': {
        'Firebase ID token has invalid signature': 'The signature does not verify.',
      },
      'verifier-not-configured': {
        'Must initialize app with a cert credential or set your Firebase project ID': [
          'The Admin SDK does not know its project.',
          'A service account’s credential, or GOOGLE_CLOUD_PROJECT.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Firebase Authentication', source: 'https://github.com/firebase/firebase-admin-python/issues/51', read },
    {
      'key-in-place-of-a-token': {
        'Firebase ID token has incorrect "aud" (audience) claim. Expected "{expected}" but got "https://identitytoolkit.googleapis.com/':
          'A custom token was sent; it has to be exchanged for an ID token first.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Firebase Authentication', source: 'https://github.com/firebase/firebase-admin-go/issues/723', read },
    {
      'token-for-another-audience': {
        'ID token has invalid \'aud\' (audience) claim; expected "{expected}" but got "{found}"':
          'Another ID token was sent than Firebase’s own, which getIdToken() of the user gives.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Firebase Authentication', source: 'https://github.com/aboutyou/dart_packages/issues/94', read },
    {
      'token-for-another-audience': {
        'The audience in ID Token [{found}] does not match the expected audience {expected}':
          'The ID token is for another client than the project expects.',
      },
    },
  ),
]
