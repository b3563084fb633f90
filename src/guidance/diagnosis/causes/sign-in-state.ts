/** Why the app does not recognise the answer to its own sign-in, or gets none: state, cookies, sessions at the server. */
import type { Cause } from '../contract.ts'

const NO_STATE = ['no matching state found in storage', 'no matching state', 'state_mismatch', 'state mismatch']

/** The most frequent one first. */
export const signInStateCauses: readonly Cause[] = [
  {
    id: 'callback-reloaded',
    title: 'The callback was loaded a second time: a reload, a bookmark, the back button',
    codes: ['state_mismatch'],
    messages: [...NO_STATE, 'no sign-in of this browser waits', 'invalid state', 'checks.state argument is missing'],
    tellApart:
      'The address has a code and a state that were used before, and the person was often signed in already. The first load of the same address worked.',
    traits: { attempt: 'repeat' },
    fix: 'Leave the callback by a redirect (303), or replace its address, so that it never enters the history. When a session exists, go on instead of failing.',
    runs: [
      {
        scenario: 'authorization-code-web-app',
        outcome: 'lost-state',
        says: 'No sign-in of this browser waits for this answer.',
      },
    ],
    evidence: ['authts/oidc-client-ts#1563', 'authts/react-oidc-context#1587'],
  },
  {
    id: 'state-of-another-origin',
    title: 'The sign-in was started at another origin, or its storage was cleared',
    codes: ['state_mismatch'],
    messages: NO_STATE,
    tellApart:
      'It fails at the first try. The app was opened at www. or another port and the callback is not, or the browser empties storage: private windows, “clear on exit”.',
    traits: { attempt: 'first', pace: 'quick' },
    fix: 'Start and end the sign-in at one origin: redirect to the canonical host before it begins.',
    runs: [
      {
        scenario: 'single-page-setup',
        outcome: 'other-host',
        says: 'does not belong to a sign-in that was started here',
      },
    ],
    evidence: ['authts/oidc-client-ts#1487', 'authts/oidc-client-ts#1563'],
  },
  {
    id: 'state-forged',
    title: 'The answer belongs to a sign-in that was never started here (CSRF)',
    codes: ['state_mismatch'],
    messages: [...NO_STATE, 'does not belong to a sign-in that was started here'],
    tellApart: 'Somebody followed a link to the callback. There is no authorization request before it in this browser.',
    fix: 'The app did right to refuse. Start the sign-in again from the app, never with the same answer.',
    runs: [
      {
        scenario: 'authorization-code-pkce',
        outcome: 'state-mismatch',
        says: 'This response does not belong to a sign-in that was started here.',
      },
    ],
    evidence: [],
  },
  {
    id: 'state-aged-by-clock',
    title: 'The stored state was cleaned away, because the clock was off or the sign-in took too long',
    codes: ['state_mismatch'],
    messages: NO_STATE,
    tellApart:
      'It happens on certain devices only, or after a long pause at the sign-in page: libraries remove states that look older than some minutes.',
    traits: { attempt: 'first' },
    fix: 'Set the device’s clock automatically, and offer to start the sign-in again.',
    runs: [{ scenario: 'web-app-setup', outcome: 'too-slow', says: 'No sign-in of this browser waits' }],
    evidence: ['DuendeArchive/identity-model-oidc-client-js#832', 'authts/oidc-client-ts#1487'],
  },
  {
    id: 'tabs-sign-in-together',
    title: 'Several tabs started a sign-in, and the last one overwrote what the others had stored',
    codes: ['state_mismatch'],
    messages: [...NO_STATE, 'invalid_nonce_in_state'],
    tellApart:
      'More than one tab was open when the session ended, often in the morning. All of them fail but the one that started last.',
    traits: { attempt: 'first', tabs: 'several' },
    fix: 'Keep each sign-in under its state, or let one tab sign in while the others wait for it.',
    runs: [
      {
        scenario: 'parallel-sign-ins',
        outcome: 'one-key',
        says: 'This response does not belong to a sign-in that was started here.',
      },
    ],
    evidence: ['manfredsteyer/angular-oauth2-oidc#625', 'constructorfabric/insight#2721'],
  },
  {
    id: 'state-cookie-not-sent',
    title: 'The cookie that remembers the sign-in does not come back',
    codes: ['oauthcallbackerror', 'missing_state_cookie'],
    messages: [
      'state cookie was missing',
      'state cookie',
      'pkce code_verifier cookie was missing',
      'nonce cookie was missing',
      'transaction cookie',
      'missing cookie',
      'redirect loop',
      'login loop',
      'too many redirects',
    ],
    tellApart:
      'Look at the callback’s request: the cookie is absent. SameSite=Strict is not sent after a redirect from another site, and Lax is not sent with the POST of response_mode=form_post. Chromium makes an exception of two minutes for a cookie that names no SameSite: there only slow sign-ins fail.',
    fix: 'SameSite=Lax with the answer in the query; SameSite=None and Secure where it must be form_post. HttpOnly in any case.',
    runs: [
      { scenario: 'authorization-code-web-app', outcome: 'strict-cookie', says: 'The cookie is SameSite=Strict' },
      { scenario: 'authorization-code-web-app', outcome: 'form-post-lax', says: 'The cookie is SameSite=Lax' },
      { scenario: 'authorization-code-web-app', outcome: 'form-post-slow', says: 'for 120 seconds, and it is older' },
    ],
    evidence: [
      'OpenAEV-Platform/openaev#6793',
      'better-auth/better-auth#5243',
      'instantdb/instant#2892',
      'nextauthjs/next-auth#7480',
      'nextauthjs/next-auth#7329',
      'auth0/nextjs-auth0#1063',
      'boardsesh/boardsesh#1269',
    ],
  },
  {
    id: 'sign-in-on-another-instance',
    title: 'The answer reached another instance of the app, or a redeployed one, that shares neither store nor key',
    codes: [],
    messages: [
      'authorization state not found',
      'missing saved state',
      'correlation failed',
      'unable to unprotect the message.state',
      'the key was not found in the key ring',
      'unprotect ticket failed',
      'could not decrypt session',
      'securecookie: the value is not valid',
      'more than one replica',
      'more than one pod',
    ],
    tellApart:
      'The callback’s request has the cookie, and nothing is known under it, or it cannot be decrypted. It fails with several instances or after a deployment, and never with a single one.',
    traits: { elsewhere: 'works' },
    fix: 'Keep sign-ins and sessions in a store that all instances share; cookies that are encrypted need one key on all of them (a shared key ring, the same session secret). A sticky load balancer helps until an instance is restarted.',
    runs: [
      {
        scenario: 'authorization-code-web-app',
        outcome: 'other-instance',
        says: 'No sign-in of this browser waits for this answer.',
      },
    ],
    evidence: [
      'grafana/grafana#13073',
      'greenpau/caddy-security#188',
      'kafbat/kafka-ui#993',
      'spring-projects/spring-security#6374',
    ],
  },
  {
    id: 'state-cookie-of-another-host',
    title: 'The cookie was set for another host, or over http',
    codes: ['missing_state_cookie'],
    messages: ['state cookie was missing', 'state cookie'],
    tellApart:
      'Set-Cookie came from another host than the callback’s, or the cookie is Secure and the page was http behind a proxy: then the answer to the first request may have no Set-Cookie at all.',
    fix: 'Use one host and https from the first request on, and tell the app its public address.',
    runs: [
      {
        scenario: 'behind-a-proxy',
        outcome: 'cookie-withheld',
        says: 'No sign-in of this browser waits for this answer',
      },
    ],
    evidence: ['nextauthjs/next-auth#7329', 'auth0/nextjs-auth0#1063'],
  },
  {
    id: 'silent-sign-in-blocked',
    title: 'The hidden iframe is a third party, and its cookie is blocked',
    codes: ['login_required'],
    operations: ['authorization'],
    messages: ['login_required', 'login required', 'frame window timed out', 'silent renew'],
    tellApart:
      'It works in one browser and fails in Safari, Brave or a private window. In a tab of its own, prompt=none succeeds.',
    traits: { browser: 'some' },
    fix: 'Refresh with a refresh token instead of an iframe, or serve the authorization server from a subdomain of the app’s site.',
    runs: [
      { scenario: 'silent-renewal', outcome: 'blocked', says: 'blocks third-party cookies' },
      { scenario: 'silent-renewal', outcome: 'partitioned', says: 'another jar' },
    ],
    evidence: [
      'auth0/auth0-spa-js#207',
      'auth0/auth0-spa-js#345',
      'AzureAD/microsoft-authentication-library-for-js#321',
    ],
  },
  {
    id: 'no-session-at-the-server',
    title: 'Nobody is signed in at the server, and prompt=none forbids to ask',
    codes: ['login_required'],
    operations: ['authorization'],
    messages: [],
    tellApart: 'It fails in every browser, and a sign-in with a page shows the form.',
    traits: { browser: 'every' },
    fix: 'Take it as “signed out”: offer a sign-in, and do not try prompt=none again at once.',
    runs: [{ scenario: 'silent-renewal', outcome: 'session-over', says: 'login_required' }],
    evidence: [],
  },
  {
    id: 'two-sign-ins-at-once',
    title: 'Two tabs sign in at the same time and share one authentication session',
    codes: ['already_logged_in', 'temporarily_unavailable'],
    operations: ['authorization'],
    messages: [
      'cookie not found',
      'already logged in',
      'already authenticated as different user',
      'wrong page after login',
      'authentication_expired',
    ],
    tellApart: 'A second tab with a sign-in page was open. Closing it and starting again works.',
    fix: 'Send the person back to the app, which starts one new sign-in; keep the state of each sign-in apart.',
    runs: [],
    outside:
      'How a server keeps its own sign-in pages apart in one browser is inside of it; no message of the protocol tells.',
    evidence: ['keycloak/keycloak#46564', 'keycloak/keycloak#36150', 'keycloak/keycloak#23517'],
  },
  {
    id: 'only-the-app-signed-out',
    title: 'Only the app’s session was ended; the server’s signs in again',
    codes: [],
    messages: [
      'logged out but straight back in',
      'logs in again after logout',
      'straight back in',
      'logout does not work',
      'still logged in after logout',
      'logs in again after logout',
      'cannot log out',
    ],
    tellApart: 'After “sign out” the next sign-in asks for no password: the server’s cookie is still there.',
    fix: 'Send the browser to the end_session_endpoint with an id_token_hint, or ask for prompt=login.',
    runs: [{ scenario: 'logout', outcome: 'straight-back-in' }],
    evidence: ['panva/node-oidc-provider#630', 'panva/node-oidc-provider#66', 'DuendeArchive/Support#592'],
  },
  {
    id: 'logout-address-unregistered',
    title: 'The address to return to after signing out is not registered',
    codes: [],
    messages: ['post_logout_redirect_uri', 'post logout redirect', 'id_token_hint', 'logout redirect'],
    tellApart:
      'The logout ends on a page of the provider. Compare the address with the registration, to the last slash.',
    fix: 'Register it exactly as it is sent, and send id_token_hint or client_id along.',
    runs: [
      {
        scenario: 'logout',
        outcome: 'unregistered-uri',
        says: 'The post_logout_redirect_uri is not one of those',
        takes: { post_logout_redirect_uri: 'post_logout_redirect_uri' },
      },
    ],
    evidence: ['panva/node-oidc-provider#66'],
  },
  {
    id: 'state-not-returned',
    title: 'The answer brings no state back',
    codes: [],
    messages: ['state missing from the response', 'no state in response'],
    tellApart:
      'Look at the address that came back: the server left state out, it stands in the fragment while the app reads the query, or the app took another page for the answer.',
    fix: 'A server returns the state as it was sent (RFC 6749 §4.1.2). Use a redirect URI of the app’s own, and the response mode that the app reads.',
    runs: [
      {
        scenario: 'single-page-setup',
        outcome: 'answer-in-fragment',
        says: 'does not belong to a sign-in that was started here',
      },
    ],
    evidence: ['FormidableLabs/react-native-app-auth#694', 'openid/AppAuth-iOS#88'],
  },
]
