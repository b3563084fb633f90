/** PyJWT’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'pyjwt-audience-not-given',
    input: `Traceback (most recent call last):
  File "<pyshell#4>", line 1, in <module>
    jwt.decode(encoded, "secret", algorithms=["HS256"])
  File "C:\\Python38\\lib\\site-packages\\jwt\\api_jwt.py", line 185, in _validate_aud
    raise InvalidAudienceError("Invalid audience")
jwt.exceptions.InvalidAudienceError: Invalid audience`,
    cause: 'verifier-not-configured',
    source: 'https://github.com/jpadilla/pyjwt/issues/622',
  },
  {
    id: 'pyjwt-audience-none',
    input: `  File "/opt/hive/build/env/lib/python2.7/site-packages/PyJWT-1.7.1-py2.7.egg/jwt/api_jwt.py", line 189, in _validate_aud
    raise InvalidAudienceError('Invalid audience')
InvalidAudienceError: Invalid audience`,
    cause: 'verifier-not-configured',
    source: 'https://github.com/cloudera/hue/pull/2505',
  },
  {
    id: 'pyjwt-clock',
    input: `web-1    |   File "/usr/local/lib/python3.9/site-packages/jwt/api_jwt.py", line 333, in _validate_iat
web-1    |     raise ImmatureSignatureError("The token is not yet valid (iat)")
web-1    | jwt.exceptions.ImmatureSignatureError: The token is not yet valid (iat)`,
    cause: 'clocks-differ',
    source: 'https://github.com/dmitry-viskov/pylti1.3-flask-example/issues/31',
  },
  {
    id: 'pyjwt-not-before',
    input: `  File "/usr/lib/python3/dist-packages/jwt/api_jwt.py", line 165, in _validate_nbf
    raise ImmatureSignatureError('The token is not yet valid (nbf)')
jwt.exceptions.ImmatureSignatureError: The token is not yet valid (nbf)`,
    cause: 'clocks-differ',
    source: 'https://github.com/jamesremuscat/pyze/issues/52',
  },
  {
    id: 'pyjwt-cli-clock',
    cause: 'clocks-differ',
    source: 'https://github.com/nextstrain/cli/issues/307',
    input: `  File "jwt.api_jwt", line 242, in _validate_claims
  File "jwt.api_jwt", line 278, in _validate_iat
jwt.exceptions.ImmatureSignatureError: The token is not yet valid (iat)

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "runpy", line 196, in _run_module_as_main`,
  },
] satisfies readonly DiagnosisCase[]
