/** Azure AD B2C: the codes of its policies and endpoints. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

/** The codes that have to do with signing in and tokens. */
export const azureAdB2c: readonly KnownError[] = rowsOf(
  'code',
  {
    vendor: 'Azure AD B2C',
    source: 'https://learn.microsoft.com/en-us/Azure/active-directory-b2c/error-codes',
    read: '2026-11-28',
  },
  {
    'redirect-uri-differs': {
      AADB2C90006: 'The redirect URI is not registered for this client.',
      AADB2C90007: 'The app has no registered redirect URIs.',
    },
    'parameter-missing': {
      AADB2C90008: 'The request has no client ID.',
      AADB2C90010: 'The request has no scope.',
      AADB2C90083: 'A parameter is missing in the request.',
    },
    'scope-not-registered': {
      AADB2C90012: 'The scope is not supported.',
      AADB2C90055: 'The scope names no API.',
      AADB2C90117: 'The scope is not supported.',
    },
    'response-type-refused': {
      AADB2C90013: 'The response type is not supported.',
      AADB2C90057: [
        'The app may not use the implicit flow.',
        'Enable the implicit grant for the app, or use the code flow.',
      ],
    },
    'client-unknown': {
      AADB2C90018: 'The client is not registered in this tenant.',
      AADB2C90068: 'The app was not made for this service.',
    },
    'client-disabled': { AADB2C90092: 'The app is disabled for this tenant.' },
    'server-overloaded': { AADB2C90035: 'The service is not available for the moment.' },
    'credentials-wrong': {
      AADB2C90052: 'The user name or the password is wrong.',
      AADB2C90053: 'There is no such person.',
      AADB2C90054: 'The user name or the password is wrong.',
      AADB2C90225: 'The user name or the password is wrong.',
    },
    'authentication-method-differs': {
      AADB2C90058: 'The app is not set up as a public client.',
      AADB2C90084: 'A public client sent a secret.',
    },
    'no-session-at-the-server': { AADB2C90077: 'Nobody is signed in, and the prompt parameter forbids to ask.' },
    'secret-not-sent': { AADB2C90079: 'A confidential client sent no secret.' },
    'refresh-token-expired': { AADB2C90080: 'The grant has expired.' },
    'secret-wrong': { AADB2C90081: 'The client secret is not the expected one.' },
    'grant-not-allowed': {
      AADB2C90086: 'The grant type is not supported.',
    },
    'password-grant': { AADB2C90224: 'The password grant is not enabled for the app.' },
    'wrong-tenant-endpoint': { AADB2C90088: 'The grant was issued by another endpoint, such as another policy’s.' },
    'access-denied': { AADB2C90091: 'The person cancelled.' },
    'person-may-not-use-the-app': {
      AADB2C90111: 'The account is locked.',
      AADB2C90114: 'The account is locked for some time.',
    },
    'password-reset-asked-for': { AADB2C90118: 'The person has forgotten the password.' },
    'refresh-token-revoked': { AADB2C90129: 'The grant was revoked.' },
    'resource-and-scope-disagree': { AADB2C90146: 'The scopes belong to more than one API.' },
    'verifier-mismatch': {
      AADB2C90182: 'The code verifier does not match the code challenge.',
      AADB2C90183: 'The code verifier is not valid.',
    },
    'challenge-missing': { AADB2C99059: 'A single-page app has to send a code challenge.' },
  },
)
