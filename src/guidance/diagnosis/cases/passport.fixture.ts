/** Passport’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'passport-state-unverified',
    input: 'Unable to verify authorization request state.',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/auth0/passport-auth0/issues/154',
  },
  {
    id: 'passport-code-twice',
    input: 'TokenError: Invalid "code" in request.',
    cause: 'code-used-twice',
    source: 'https://github.com/jaredhanson/passport-oauth2/issues/159',
  },
  {
    id: 'passport-socket-error',
    input: `InternalOAuthError: Failed to obtain access token
    at OAuth2Strategy._createOAuthError (/srv/app/node_modules/passport-oauth2/lib/strategy.js:423:17)
    at /srv/app/node_modules/passport-oauth2/lib/strategy.js:177:45
    at ClientRequest.<anonymous> (/srv/app/node_modules/oauth/lib/oauth2.js:166:7)
    at TLSSocket.socketErrorListener (node:_http_client:500:9)
    at emitErrorNT (node:internal/streams/destroy:169:8)`,
    cause: 'token-answer-unusable',
    source: 'https://github.com/superfaceai/passport-twitter-oauth2/issues/45',
  },
  {
    id: 'passport-openid-issuer',
    input:
      'id token not issued by correct OpenID provider - expected: https://shop.login.example/oidc | from: https://openid-connect-eu.login.example/oidc',
    cause: 'issuer-differs',
    source: 'https://github.com/onelogin/onelogin-oidc-node/issues/12',
  },
  {
    id: 'passport-openid-details-missing',
    input: `Error: did not find expected authorization request details in session, req.session["oidc:accounts.example"] is undefined
    at /opt/app/node_modules/openid-client/lib/passport_strategy.js:125:13
    at OpenIDConnectStrategy.authenticate (/opt/app/node_modules/openid-client/lib/passport_strategy.js:173:5)
    at attempt (/opt/app/node_modules/passport/lib/middleware/authenticate.js:366:16)`,
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/panva/openid-client/issues/434',
  },
  {
    id: 'passport-no-session',
    input: 'TypeError: authentication requires session support',
    cause: 'session-not-set-up',
    source: 'https://github.com/panva/openid-client/issues/190',
  },
] satisfies readonly DiagnosisCase[]
