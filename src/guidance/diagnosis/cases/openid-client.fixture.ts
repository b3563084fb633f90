/** openid-client’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'openid-client-es256',
    input: `RPError: unexpected JWT alg received, expected RS256, got: ES256
    at Client.validateJWT (/srv/app/node_modules/openid-client/lib/client.js:890:13)
    at Client.validateIdToken (/srv/app/node_modules/openid-client/lib/client.js:745:60)`,
    cause: 'algorithm-differs',
    source: 'https://github.com/Banno/consumer-api-openid-connect-example/pull/49',
  },
  {
    id: 'openid-client-hs256',
    input:
      'BadRequestError: unexpected JWT alg received, expected HS256, got: RS256 at /srv/app/node_modules/express-openid-connect/middleware/auth.js:121:19 at runMicrotasks () at processTicksAndRejections (internal/process/task_queues.js:95:5)',
    cause: 'algorithm-differs',
    source: 'https://github.com/auth0/express-openid-connect/issues/378',
  },
  {
    id: 'openid-client-certbot',
    input: "message: 'unexpected JWT alg received, expected RS256, got: ES256'",
    cause: 'algorithm-differs',
    source: 'https://github.com/karakeep-app/karakeep/issues/516',
  },
  {
    id: 'openid-client-encrypted',
    input: `https://next-auth.js.org/errors#oauth_callback_error failed to decode JWT (TypeError: encrypted JWTs cannot be decoded) {
  error: s: failed to decode JWT (TypeError: encrypted JWTs cannot be decoded)
      at Z.validateJWT (/app/apps/web/.next/server/chunks/3632.js:36:8644)`,
    cause: 'id-token-encrypted',
    source: 'https://github.com/karakeep-app/karakeep/issues/516',
  },
  {
    id: 'openid-client-slash',
    input: 'unexpected iss value, expected https://dev-4711.eu.sso.example, got: https://dev-4711.eu.sso.example/',
    cause: 'issuer-differs',
    source: 'https://github.com/opsknight-labs/OpsKnight/pull/627',
  },
  {
    id: 'openid-client-custom-domain',
    input:
      'BadRequestError: unexpected iss value, expected https://login.shop.example/, got: https://shop.eu.sso.example/',
    cause: 'issuer-differs',
    source: 'https://github.com/auth0/nextjs-auth0/issues/320',
  },
] satisfies readonly DiagnosisCase[]
