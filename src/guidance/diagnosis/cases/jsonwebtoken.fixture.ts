/** jsonwebtoken’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'jsonwebtoken-expired',
    input: `{ TokenExpiredError: jwt expired
    at /srv/api/node_modules/jsonwebtoken/verify.js:152:21
    at getSecret (/srv/api/node_modules/jsonwebtoken/verify.js:90:14)`,
    cause: 'access-token-expired',
    source: 'https://github.com/auth0/node-jsonwebtoken/issues/590',
  },
  {
    id: 'jsonwebtoken-expired-json',
    input: `{
    "err": {
        "name": "TokenExpiredError",
        "message": "jwt expired",
        "expiredAt": "2017-07-19T17:08:44.000Z"
    }
}`,
    cause: 'access-token-expired',
    source: 'https://github.com/auth0/node-jsonwebtoken/issues/370',
  },
  {
    id: 'jsonwebtoken-secret-for-rs256',
    input: 'JsonWebTokenError: secretOrPublicKey must be an asymmetric key when using RS256',
    cause: 'algorithm-differs',
    source: 'https://github.com/nestjs/jwt/issues/1552',
  },
  {
    id: 'jsonwebtoken-key-for-hs256',
    input: 'secretOrPrivateKey must be a symmetric key when using HS256',
    cause: 'algorithm-differs',
    source: 'https://github.com/Cvmcosta/ltijs/issues/212',
  },
  {
    id: 'jsonwebtoken-basic-for-bearer',
    cause: 'token-is-opaque',
    source: 'https://github.com/auth0/node-jsonwebtoken/issues/333',
    input: `{
    "name": "NotAuthenticated",
    "message": "jwt malformed",
    "code": 401,
    "className": "not-authenticated",
    "data": {
        "name": "JsonWebTokenError",
        "message": "jwt malformed"
    },
    "errors": {}
}`,
  },
  {
    id: 'jsonwebtoken-token-became-a-date',
    cause: 'token-is-opaque',
    source: 'https://github.com/michaelkrone/generator-material-app/issues/96',
    input: `defaultErrorHandler /api/users/me 200 [UnauthorizedError: jwt malformed]
  name: 'UnauthorizedError',
  message: 'jwt malformed',
  code: 'invalid_token',
  status: 401,
  inner: [JsonWebTokenError: jwt malformed] name: 'JsonWebTokenError', message: 'jwt malformed' 
GET /api/users/me 401 2ms - 407b`,
  },
] satisfies readonly DiagnosisCase[]
