/** Why a server turns one person away, or wants them to see a page: accounts, consent, email addresses. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const peopleCauses: readonly Cause[] = [
  {
    id: 'email-not-verified',
    title: 'The issuer has not verified the person’s email address',
    codes: [],
    messages: ['email not verified', 'email is not verified', 'email_verified'],
    tellApart: 'In the ID token, email_verified is false or missing.',
    fix: 'Verify the address at the issuer. Where its word is good enough without, the client has a switch for it; use it only for an issuer that lets nobody type in any address.',
    runs: [{ scenario: 'web-app-setup', outcome: 'email-not-verified', says: 'The email address is not verified' }],
    evidence: [],
  },
  {
    id: 'password-reset-asked-for',
    title: 'Nobody declined: the person pressed “Forgot your password?”, and the app has to start that flow',
    codes: [],
    messages: ['the user has forgotten their password'],
    tellApart: 'error is access_denied, and the description has a code of its own (AADB2C90118).',
    fix: 'On that code, send the browser to the password reset flow; or use a sign-in flow that has the reset inside.',
    runs: [],
    outside: 'Which flows stand behind the links of a sign-in page is one vendor’s own; no specification has them.',
    evidence: [],
  },
  {
    id: 'person-may-not-use-the-app',
    title: 'A rule of the server keeps this person from this app: not assigned, disabled, blocked by a policy',
    codes: ['access_denied'],
    operations: ['authorization'],
    messages: [
      'user is not assigned to the client application',
      'account is disabled',
      'blocked by conditional access',
    ],
    tellApart: 'Somebody else signs in to the same app without trouble; the same person fails in every browser.',
    fix: 'An administrator assigns the person or group to the app, or changes the policy that the message names.',
    runs: [
      { scenario: 'mfa-sign-in', outcome: 'factor-not-enrolled', says: 'The account has enrolled no second factor.' },
    ],
    evidence: [],
  },
  {
    id: 'consent-not-given',
    title: 'Nobody who may has consented to what the app asks for',
    codes: ['consent_required'],
    messages: [
      'has not consented to use the application',
      'admin approval required',
      'need admin approval',
      'consent required',
    ],
    tellApart:
      'A session is there; what is missing is consent. With prompt=none no page may ask for it (OpenID Connect Core §3.1.2.6).',
    fix: 'Send the person through a sign-in that may show the consent page; where only an administrator can consent, have one do so for all.',
    runs: [{ scenario: 'silent-renewal', outcome: 'not-allowed-yet', says: 'consent_required' }],
    evidence: [],
  },
  {
    id: 'another-account-needed',
    title: 'The session belongs to an account that does not fit, or there are several to choose from',
    codes: ['account_selection_required'],
    messages: [
      'account_selection_required',
      'select an account that',
      'user account from identity provider does not exist in tenant',
    ],
    tellApart: 'The browser is signed in, as somebody else or as several.',
    fix: 'Start the sign-in with prompt=select_account, or with login_hint.',
    runs: [{ scenario: 'web-app-setup', outcome: 'another-account', says: 'Select an account' }],
    evidence: [],
  },
  {
    id: 'page-needed',
    title: 'The server has to show a page, and prompt=none forbids it',
    codes: ['interaction_required'],
    messages: [],
    tellApart:
      'The description names the page: consent, a second factor, terms, an account to choose. Without a session the code is login_required.',
    fix: 'Repeat the request without prompt=none, in the whole window.',
    runs: [{ scenario: 'silent-renewal', outcome: 'second-factor-due', says: 'interaction_required' }],
    evidence: [],
  },
  {
    id: 'password-grant',
    title:
      'The app sends the person’s password to the token endpoint (password grant), and the server does not take it there',
    codes: ['unsupported_grant_type', 'unauthorized_client', 'interaction_required'],
    operations: ['password'],
    messages: [
      'not allowed for direct access grants',
      'grant-type/password-realm',
      'grant type password not allowed',
      'grant type password is not allowed',
      'unauthorized grant type: password',
      'not authorized for resource owner flow',
      'resource owner password credential grant type not supported',
    ],
    tellApart:
      'The token request has username and password in its body. The same person gets in at the server’s own page, which can ask for a second factor. AADSTS50076 and AADSTS50079 have this reason with grant_type=password; with prompt=none, or in a call on behalf of somebody, they have another.',
    fix: 'Do not switch it on: it must not be used (RFC 9700 §2.4). Sign in by the authorization code with PKCE; a command line by the device grant; a job with credentials of its own.',
    runs: [
      {
        scenario: 'api-token',
        outcome: 'password-grant',
        says: 'The server does not support the grant type password.',
      },
    ],
    evidence: [
      'Azure/ms-rest-nodeauth#93',
      'MicrosoftDocs/azure-docs#47153',
      'spring-attic/spring-authorization-server#466',
      'DuendeArchive/IdentityServer4#4480',
      'auth0/auth0.js#456',
    ],
  },
  {
    id: 'account-exists-already',
    title: 'An account with this email address exists, and belongs to another way to sign in',
    codes: [],
    messages: ['another account already exists with the same e-mail', 'account not linked'],
    tellApart: 'Somebody new signs in without trouble; this person once signed in by another provider or a password.',
    fix: 'Sign in the first way and link the second from there. Link by the address alone only when both providers verify it.',
    runs: [{ scenario: 'broker-sign-in', outcome: 'account-exists', says: 'Another account already exists' }],
    evidence: ['nextauthjs/next-auth#519'],
  },
]
