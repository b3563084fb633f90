/** What differs between the place that was asked and the one that serves: tenants, APIs, kinds of browsers, the person’s own credentials, load. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const providerSetupCauses: readonly Cause[] = [
  {
    id: 'credentials-wrong',
    title: 'The person’s user name, password or one-time code is wrong',
    codes: [],
    messages: ['invalid username or password', 'wrong password', 'invalid user credentials'],
    tellApart: 'It concerns one person and one attempt. The app’s own secret has nothing to do with it.',
    fix: 'Let the person try again or reset the password. Nothing is wrong with the app.',
    runs: [
      {
        scenario: 'authorization-code-pkce',
        outcome: 'wrong-password',
        says: 'The username and password do not belong together',
      },
    ],
    evidence: [],
  },
  {
    id: 'wrong-tenant-endpoint',
    title:
      'The request went to the endpoint of another tenant, realm or cloud, or to a shared one that does not serve this app',
    codes: [],
    messages: ['tenant not found', 'realm does not exist'],
    tellApart:
      'Compare the tenant in the address of each request with the one that the app is registered in; code and token requests have to go to the same.',
    fix: 'Use the endpoints from the discovery document of the tenant that the app is registered in.',
    runs: [{ scenario: 'issuer-mismatch', outcome: 'other-tenant', says: 'The client is unknown' }],
    evidence: [],
  },
  {
    id: 'resource-unknown',
    title: 'The server does not know the API that the token is for',
    codes: [],
    messages: ['resource principal', 'service not found'],
    tellApart:
      'The scope or resource names an API that this tenant does not have: a typo, another environment, an API that nobody has installed.',
    fix: 'Copy the API’s identifier from its registration, and have it installed in the tenant that the person signs in to.',
    runs: [
      { scenario: 'token-exchange', outcome: 'invalid-target', says: 'The server issues no tokens for the audience' },
      {
        scenario: 'mcp-authorization',
        outcome: 'origin-as-resource',
        says: 'The server issues no tokens for the resource',
      },
    ],
    evidence: [],
  },
  {
    id: 'verifier-not-configured',
    title: 'The verifier was not told which issuer, audience or keys to expect',
    codes: [],
    messages: ['validissuer is null', 'validaudience is null', 'clientid must be provided'],
    tellApart:
      'It fails for every token, from the first day. The message says that nothing is configured, not that something differs; iss and aud of the token are right.',
    fix: 'Configure issuer and audience, and let the verifier fetch the keys from the issuer’s discovery document. Do not switch a check off.',
    runs: [{ scenario: 'issuer-mismatch', outcome: 'no-audience', says: 'No audience is configured' }],
    evidence: ['jpadilla/pyjwt#120', 'jpadilla/pyjwt#622', 'cloudera/hue#2505'],
  },
  {
    id: 'embedded-browser-refused',
    title: 'The sign-in was opened in a browser inside of an app, and the server refuses that',
    codes: [],
    messages: ['embedded user-agent', 'disallowed_useragent', 'sign you in safely inside this app'],
    tellApart: 'The same link works in the device’s own browser (RFC 8252 §8.12).',
    fix: 'Open the sign-in in the device’s browser or in a tab of it, never in a web view.',
    runs: [{ scenario: 'native-loopback', outcome: 'web-view-refused', says: 'disallowed_useragent' }],
    evidence: [
      'MomenSherif/react-oauth#115',
      'google/google-api-javascript-client#456',
      'gree/unity-webview#384',
      'auth0/auth0-react#246',
    ],
  },
  {
    id: 'second-sign-in-started',
    title: 'The app started a second sign-in while the first was not finished, or was given up',
    codes: [],
    messages: ['interaction is currently in progress', 'login is already in progress'],
    tellApart:
      'Either the code calls the sign-in twice (an effect that runs twice, a guard beside a button, a return that was not awaited), or the person left the first one by the back button and its mark is still in sessionStorage: then a new tab works.',
    fix: 'Await the first one. On every page load have the library look for an answer (MSAL: await handleRedirectPromise()), which also clears the mark of a sign-in that was given up.',
    runs: [{ scenario: 'single-page-setup', outcome: 'mark-left', says: 'Interaction is currently in progress' }],
    evidence: [],
  },
  {
    id: 'answer-removed-from-address',
    title: 'The page at the redirect URI removed the answer from the address before it was read',
    codes: [],
    messages: ['hash value cannot be processed because it is empty'],
    tellApart:
      'The browser did come back with code and state, as the network panel shows; the app’s router then navigated on, or the page in the frame started a sign-in itself.',
    fix: 'Read the answer before the router runs, or return to an empty page of its own.',
    runs: [
      {
        scenario: 'single-page-setup',
        outcome: 'router-first',
        says: 'does not belong to a sign-in that was started here',
      },
    ],
    evidence: [],
  },
  {
    id: 'sign-in-method-disabled',
    title: 'This way to sign in, or to sign up, is switched off at the server',
    codes: [],
    messages: ['provider is not enabled', 'sign-ins are disabled'],
    tellApart: 'Nobody gets in this way; another way to sign in works.',
    fix: 'Switch the provider or method on in the server’s settings, or do not offer it.',
    runs: [],
    outside: 'A switch in the console of a provider refuses before any protocol begins, in words of its own.',
    evidence: [],
  },
  {
    id: 'server-overloaded',
    title: 'The server is overloaded or under maintenance',
    codes: ['temporarily_unavailable', 'too_many_requests', 'rate_limited', 'rate_limit_exceeded', 'slow_down'],
    messages: ['too many requests', 'rate limit exceeded', 'request was throttled'],
    tellApart: 'It concerns everybody at the time, and goes away by itself.',
    fix: 'Try again later, with growing pauses; heed Retry-After.',
    runs: [{ scenario: 'broker-sign-in', outcome: 'upstream-down', says: 'temporarily_unavailable' }],
    evidence: [],
  },
]
