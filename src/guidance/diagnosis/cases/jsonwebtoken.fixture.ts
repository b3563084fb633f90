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
] satisfies readonly DiagnosisCase[]
