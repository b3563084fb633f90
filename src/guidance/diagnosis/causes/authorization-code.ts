/** Why a code is refused, or the answer that brings it: the way from the redirect to the tokens. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const authorizationCodeCauses: readonly Cause[] = [
  {
    id: 'code-used-twice',
    title: 'The authorization code was redeemed twice',
    codes: ['invalid_grant'],
    operations: ['exchange'],
    messages: [
      'code not valid',
      'authorization code was used before',
      'code has already been used',
      'code already used',
      'code was already redeemed',
      'code is invalid or already used',
      'same auth code is sent',
      'same auth code is used twice',
    ],
    tellApart:
      'Look for two token requests with the same code. A callback that runs twice has them milliseconds apart: an effect in React’s StrictMode, a reload, the back button.',
    traits: { moment: 'sign-in', pace: 'quick' },
    fix: 'Redeem a code once: take it out of the address bar before the token request, and guard the callback against a second run. The tokens of the first use are revoked by then.',
    runs: [
      {
        scenario: 'authorization-code-pkce',
        outcome: 'code-replayed',
        says: 'The authorization code was used before',
      },
      {
        scenario: 'authorization-code-pkce',
        outcome: 'effect-twice',
        says: 'The authorization code was used before',
      },
    ],
    evidence: [
      'keycloak/keycloak#14449',
      'keycloak/keycloak#40956',
      'mauriciovigolo/keycloak-angular#464',
      'soofstad/react-oauth2-pkce#50',
      'FusionAuth/fusionauth-react-sdk#25',
    ],
  },
  {
    id: 'code-expired',
    title: 'The authorization code had expired',
    codes: ['invalid_grant'],
    operations: ['exchange'],
    messages: ['authorization code expired', 'authorization code has expired', 'code is expired', 'expired code'],
    tellApart:
      'One token request only, and it came later than the code lives: often 60 seconds, rarely more than ten minutes. Compare the times of callback and token request.',
    traits: { moment: 'sign-in', pace: 'slow' },
    fix: 'Redeem the code at once, before anything slow. Mind breakpoints, queues and a clock that is off. The code is gone: start the sign-in again.',
    runs: [
      { scenario: 'authorization-code-pkce', outcome: 'code-expired', says: 'The authorization code expired' },
      { scenario: 'authorization-code-web-app', outcome: 'code-expired', says: 'The authorization code expired' },
    ],
    evidence: ['keycloak/keycloak#14449', 'keycloak/keycloak#40956'],
  },
  {
    id: 'verifier-mismatch',
    title: 'The code verifier does not belong to the challenge (PKCE)',
    codes: ['invalid_grant'],
    operations: ['exchange'],
    messages: [
      'pkce verification failed',
      'code_verifier',
      'code verifier',
      'code challenge',
      'is not the code_challenge',
    ],
    tellApart:
      'Hash the code_verifier of the token request with SHA-256 and compare it with the code_challenge of the authorization request. They differ when a second sign-in has overwritten the stored verifier.',
    traits: { moment: 'sign-in', pace: 'quick' },
    fix: 'Keep one verifier for each sign-in, under its state, and redeem the code where it was asked for.',
    runs: [
      {
        scenario: 'authorization-code-pkce',
        outcome: 'pkce-mismatch',
        says: 'The S256 hash of the code_verifier is not the code_challenge',
      },
      {
        scenario: 'parallel-sign-ins',
        outcome: 'verifier-overwritten',
        says: 'The S256 hash of the code_verifier is not the code_challenge',
      },
    ],
    evidence: [],
  },
  {
    id: 'code-of-another-client',
    title: 'The code was issued to another client, or for another redirect URI',
    codes: ['invalid_grant'],
    operations: ['exchange'],
    messages: ['code was not issued to', 'code was issued to another client', 'incorrect redirect_uri'],
    tellApart:
      'The client_id or redirect_uri of the token request is not that of the authorization request: two environments with mixed configuration, or a backend that redeems what its front end asked for.',
    traits: { moment: 'sign-in', pace: 'quick', attempt: 'first' },
    fix: 'Take both from one place of the configuration, and send the same redirect_uri twice.',
    runs: [{ scenario: 'web-app-setup', outcome: 'other-redirect-uri', says: 'redirect_uri' }],
    evidence: ['keycloak/keycloak#14449'],
  },
  {
    id: 'redirect-uri-differs',
    title: 'The redirect URI differs from the registered one',
    codes: ['redirect_uri_mismatch', 'invalid_redirect_uri'],
    operations: ['authorization', 'exchange'],
    messages: [
      'redirect_uri_mismatch',
      'redirect uri mismatch',
      'invalid parameter: redirect_uri',
      'redirect_uri is not one of those',
      'callback url mismatch',
      'aadsts50011',
      'redirect_uri did not match',
    ],
    tellApart:
      'Set the sent one and the registered one above each other: a trailing slash, http for https behind a proxy that ends TLS, a port, the case, or something that was encoded twice.',
    fix: 'Send exactly what is registered: the comparison is character by character. Behind a proxy, let the app believe X-Forwarded-Proto, or configure its public address.',
    runs: [
      {
        scenario: 'authorization-code-pkce',
        outcome: 'redirect-uri-mismatch',
        says: 'The redirect_uri is not one of those that the client registered',
        takes: { redirect_uri: 'redirect_uri' },
      },
      {
        scenario: 'behind-a-proxy',
        outcome: 'not-trusted',
        says: 'The redirect_uri is not one of those that the client registered',
      },
    ],
    evidence: [
      'googleapis/google-auth-library-python-oauthlib#80',
      'getredash/redash#4048',
      'portier/portier-broker#915',
      'riok/Kreya#295',
    ],
  },
  {
    id: 'access-denied',
    title: 'The person, or a rule of the server, declined',
    codes: ['access_denied'],
    operations: ['authorization'],
    messages: ['person denied the request', 'user denied', 'resource owner denied'],
    tellApart:
      'Read error_description: a person who pressed Deny, or a policy, such as a second factor that is asked of everybody and that this account does not have.',
    fix: 'Say what the app cannot do without the access, and offer to start again. Never start again by itself: that is a redirect loop.',
    runs: [
      { scenario: 'authorization-code-pkce', outcome: 'access-denied', says: 'The person denied the request.' },
      { scenario: 'mfa-sign-in', outcome: 'factor-not-enrolled', says: 'The account has enrolled no second factor.' },
    ],
    evidence: [],
  },
  {
    id: 'response-type-refused',
    title: 'The app asks for tokens in the redirect, and the server no longer gives them',
    codes: ['unsupported_response_type', 'unauthorized_client'],
    operations: ['authorization'],
    messages: ['answers code only', 'not registered for the response type', 'implicit flow is disabled'],
    tellApart:
      'The authorization request has response_type=token or id_token. “unsupported” speaks of the server, “unauthorized_client” of the app’s registration.',
    fix: 'Do not switch implicit on again: move the app to the authorization code flow with PKCE.',
    runs: [
      { scenario: 'implicit', outcome: 'unsupported', says: 'unsupported_response_type' },
      { scenario: 'implicit', outcome: 'unauthorized-client', says: 'unauthorized_client' },
    ],
    evidence: [],
  },
  {
    id: 'callback-ignores-error',
    title: 'The callback ignores error= and signs in again: a redirect loop',
    codes: ['err_too_many_redirects'],
    messages: [
      'infinite redirect',
      'redirect loop',
      'too many redirects',
      'redirected you too many times',
      'redirects forever',
    ],
    tellApart:
      'Read the callback’s address in the network panel. With error= the app ignores the answer; with code= a guard finds no session after the exchange, or takes a 403 for a 401.',
    traits: { browser: 'every' },
    fix: 'Show error and error_description instead of redirecting, start a sign-in on 401 only, and stop after one try.',
    runs: [{ scenario: 'redirect-loop', outcome: 'error-ignored', says: 'ERR_TOO_MANY_REDIRECTS' }],
    evidence: ['mozilla/mozilla-django-oidc#153', 'getwud/wud#1258', 'auth0/auth0-spa-js#707'],
  },
  {
    id: 'token-answer-unusable',
    title: 'The token endpoint gave no usable answer: it was not reached, or something else answered',
    codes: [],
    messages: ['no usable answer from the token endpoint', 'token endpoint returned html'],
    tellApart:
      'Read status and body of the token request itself; the library shows neither. A page of HTML comes from a proxy or a wrong address, an error in another form from a server that does its own thing, nothing at all from the network.',
    fix: 'Correct the address of the token endpoint, or what the body complains of. Make the same request by curl from where the app runs.',
    runs: [
      { scenario: 'broker-sign-in', outcome: 'upstream-down', says: 'temporarily_unavailable' },
      { scenario: 'api-token', outcome: 'refresh-path', says: 'There is no endpoint at this URL' },
    ],
    evidence: ['oauth2-proxy/oauth2-proxy#1124', 'thephpleague/oauth2-client#785', 'bwilczynski/strava-cli#2'],
  },
  {
    id: 'id-token-not-asked-for',
    title: 'There is no ID token: the scope has no openid, or the server does plain OAuth',
    codes: [],
    messages: ['id token not present', 'missing id_token', 'no id_token in'],
    tellApart:
      'The token response has an access token and no id_token. Look for openid in the scope that was asked for.',
    fix: 'Ask for the scope openid (OpenID Connect Core §3.1.2.1). A server that knows no OpenID Connect needs a client for plain OAuth, which asks an API who the person is.',
    runs: [{ scenario: 'web-app-setup', outcome: 'no-openid', says: 'There is no id_token in the token response' }],
    evidence: [],
  },
]
