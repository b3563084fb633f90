/** Auth.js’ and NextAuth’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'authjs-pkce-unparsed',
    input:
      'InvalidCheck: pkceCodeVerifier value could not be parsed. Read more at https://errors.authjs.dev#invalidcheck',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/nextauthjs/next-auth/issues/12365',
  },
  {
    id: 'authjs-pkce-mobile',
    input:
      '\u001b[31m[auth][error]\u001b[0m InvalidCheck: pkceCodeVerifier value could not be parsed. Read more at https://errors.authjs.dev#invalidcheck',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/nextauthjs/next-auth/issues/11641',
  },
  {
    id: 'authjs-pkce-missing',
    input: 'InvalidCheck: PKCE code_verifier cookie was missing.. Read more at https://errors.authjs.dev#invalidcheck',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/nextauthjs/next-auth/issues/10458',
  },
  {
    id: 'authjs-iss-claim',
    input: `[auth][error] CallbackRouteError: Read more at https://errors.authjs.dev#callbackrouteerror
[auth][cause]: OperationProcessingError: unexpected JWT "iss" (issuer) claim value
[auth][details]: {
  "expected": "https://authjs.dev",
  "claims": {
    "iss": "https://chat.example",
    "aud": [
      "4711"
    ],
    "iat": 1731163185,
    "exp": 1731767985,
    "auth_time": 1731163185,
    "at_hash": "x1YdA",
    "sub": "815"`,
    cause: 'issuer-differs',
    source: 'https://github.com/nextauthjs/next-auth/issues/12208',
  },
  {
    id: 'authjs-iss-parameter',
    input: `[auth][details] { "expected": "https://authjs.dev", "parameters": {}, "provider": "github" }
[auth][cause]   iu2: unexpected "iss" (issuer) response parameter value
[auth][error]   CallbackRouteError`,
    cause: 'issuer-differs',
    source: 'https://github.com/beilunyang/moemail/pull/139',
  },
  {
    id: 'nextauth-issuer-unset',
    input: `[next-auth][error][OAUTH_CALLBACK_ERROR]
https://next-auth.js.org/errors#oauth_callback_error issuer must be configured on the issuer {
  error: Error [OAuthCallbackError]: issuer must be configured on the issuer
      at async Module.p [as handler] (.next/server/chunks/root.js:1:3899) {
    code: undefined
  },
  providerId: 'github',
  message: 'issuer must be configured on the issuer'
}`,
    cause: 'issuer-differs',
    source: 'https://github.com/jitsucom/jitsu/issues/1501',
  },
  {
    id: 'nextauth-state-missing',
    input: `[next-auth][error][OAUTH_CALLBACK_ERROR] 
https://next-auth.js.org/errors#oauth_callback_error State cookie was missing. {
  error: TypeError: State cookie was missing.
      at Object.use (C:\\Users\\kim\\Desktop\\shop\\node_modules\\next-auth\\core\\lib\\oauth\\checks.js:103:23)
      at oAuthCallback (C:\\Users\\kim\\Desktop\\shop\\node_modules\\next-auth\\core\\lib\\oauth\\callback.js:89:25)`,
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/nextauthjs/next-auth/issues/7480',
  },
  {
    id: 'nextauth-checks-state',
    input: `[next-auth][error][OAUTH_CALLBACK_ERROR] 
https://next-auth.js.org/errors#oauth_callback_error checks.state argument is missing {
  error: TypeError: checks.state argument is missing
      at Client.callback (/home/kim/app/node_modules/openid-client/lib/client.js:406:13)
      at oAuthCallback (/home/kim/app/node_modules/next-auth/core/lib/oauth/callback.js:94:29)`,
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/langfuse/langfuse/issues/5691',
  },
  {
    id: 'nextauth-alg',
    input: `[next-auth][error][OAUTH_CALLBACK_ERROR] 
https://next-auth.js.org/errors#oauth_callback_error unexpected JWT alg received, expected RS256, got: HS512 {
  error: {
    message: 'unexpected JWT alg received, expected RS256, got: HS512',
    stack: 'RPError: unexpected JWT alg received, expected RS256, got: HS512\\n' +
      '    at Client.validateJWT (/node_modules/openid-client/lib/client.js:901:13)\\n' +`,
    cause: 'algorithm-differs',
    source: 'https://github.com/nextauthjs/next-auth/issues/3559',
  },
  {
    id: 'authjs-session-secret',
    input: `[auth][error][JWTSessionError]: Read more at https://errors.authjs.dev#jwtsessionerror
[auth][cause]: JWEDecryptionFailed: decryption operation failed
    at gcmDecrypt (webpack-internal:///(middleware)/./node_modules/jose/dist/browser/runtime/decrypt.js:76:15)
    at async flattenedDecrypt (webpack-internal:///(middleware)/./node_modules/jose/dist/browser/jwe/flattened/decrypt.js:147:21)`,
    cause: 'sign-in-on-another-instance',
    source: 'https://github.com/vercel/next-learn/issues/295',
  },
  {
    id: 'nextauth-session-secret',
    input:
      "\u001b[32m@shop/web:start: \u001b[0m[next-auth][error][JWT_SESSION_ERROR]\n\u001b[32m@shop/web:start: \u001b[0mhttps://next-auth.js.org/errors#jwt_session_error decryption operation failed {\n\u001b[32m@shop/web:start: \u001b[0m  message: 'decryption operation failed',",
    cause: 'sign-in-on-another-instance',
    source: 'https://github.com/calcom/cal.diy/issues/2852',
  },
  {
    id: 'authjs-host',
    input: `[auth][error][UntrustedHost]: Host must be trusted. 
URL was: http://203.0.113.9:3000//api/auth/session. Read more at https://errors.authjs.dev#untrustedhost`,
    cause: 'public-address-unknown',
    source: 'https://github.com/vercel/chatbot/issues/169',
  },
] satisfies readonly DiagnosisCase[]
