/** Why a sign-in goes round in circles: the server signs the person in each time, and the app's session does not hold. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const redirectLoopCauses: readonly Cause[] = [
  {
    id: 'session-cookie-too-large',
    title: 'The session cookie is over 4096 bytes, and the browser drops it',
    codes: ['err_too_many_redirects'],
    messages: [
      'cookie size limit',
      'exceeds cookie size',
      'cookie is too large',
      'cookie too large',
      'exceeds 4096',
      'greater than 4093',
      'exceeded the maximum size',
    ],
    tellApart:
      'Only some people have it: those in many groups, or with a long profile. Set-Cookie is in the answer of the callback, and the request after it is without the cookie. The developer tools mark the line.',
    traits: { moment: 'sign-in', browser: 'every' },
    fix: 'Keep the session on the server and a key in the cookie, or ask for fewer groups in the token. Some libraries split it into several cookies.',
    runs: [{ scenario: 'redirect-loop', outcome: 'cookie-too-large', says: 'ERR_TOO_MANY_REDIRECTS' }],
    evidence: [
      'OpenIDC/mod_auth_openidc#92',
      'opensearch-project/security-dashboards-plugin#1100',
      'puiterwijk/flask-oidc#53',
      'envoyproxy/gateway#7315',
      'auth0/express-openid-connect#282',
    ],
  },
  {
    id: 'session-cookie-of-another-path',
    title: 'The session cookie is for another path than the page that needs it',
    codes: ['err_too_many_redirects'],
    messages: ['wrong cookie path', 'cookie path is not'],
    tellApart:
      'Everybody has it, at each sign-in. The developer tools show the cookie at the address of the callback, and not at the page.',
    traits: { moment: 'sign-in', browser: 'every', elsewhere: 'fails' },
    fix: 'Set Path=/. A name that begins with __Host- has the browser insist on it.',
    runs: [{ scenario: 'redirect-loop', outcome: 'cookie-path', says: 'ERR_TOO_MANY_REDIRECTS' }],
    evidence: ['librefang/librefang#8416', 'awslabs/cognito-at-edge#69'],
  },
  {
    id: 'callback-is-guarded',
    title: 'The callback itself needs a session, so the code is never redeemed',
    codes: ['err_too_many_redirects'],
    messages: ['redirected back to the callback', 'callback loop'],
    tellApart:
      'Codes come to the callback, and its answer leads to the sign-in again. The token endpoint is not called once.',
    traits: { moment: 'sign-in', browser: 'every', elsewhere: 'fails' },
    fix: 'Leave the redirect URI out of what the guard or middleware matches, or run the callback before it.',
    runs: [{ scenario: 'redirect-loop', outcome: 'guard-on-callback', says: 'ERR_TOO_MANY_REDIRECTS' }],
    evidence: ['RackulaLives/Rackula#3215', 'oxyno-zeta/s3-proxy#40'],
  },
  {
    id: 'state-cookies-pile-up',
    title:
      'Each sign-in that began left a cookie, and together they are more than the web server reads of a header field',
    codes: [],
    messages: [
      'request header or cookie too large',
      'request header fields too large',
      '431 header too large',
      'size of a request header field exceeds server limit',
      'size of request header field exceeds limit',
      'size of request header field exceeds server limit',
      'bad request - request too long',
      'the size of the request headers is too long',
      'hpe_header_overflow',
      'too many openid nonce cookies',
      'cookies increasing rapidly',
      'stacking cookies',
    ],
    tellApart:
      'It lasts until the cookies are cleared; a private window works. Look at how their names begin: state, nonce, .Correlation., __txn_ or _csrf_, each with another ending, are sign-ins that nobody finished. Numbered parts (session.0, session.1, C1, C2) are one session that is too large.',
    traits: { browser: 'some' },
    fix: 'Keep the newest few and expire an older one with each new one; many libraries have a number for it. Begin no sign-in for prefetches and calls of scripts: answer 401. Of a session that is too large keep a key in the cookie. Raising the limit of the server only moves the day.',
    runs: [{ scenario: 'redirect-loop', outcome: 'cookies-pile-up', says: 'Request Header Or Cookie Too Large' }],
    evidence: [
      'dotnet/aspnetcore#58731',
      'dotnet/aspnetcore#17247',
      'IdentityServer/IdentityServer3#1407',
      'OpenIDC/mod_auth_openidc#108',
      'OSC/ondemand#814',
      'oauth2-proxy/oauth2-proxy#2163',
      'auth0/nextjs-auth0#1917',
    ],
  },
]
