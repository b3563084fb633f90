/** oauthlib’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'oauthlib-tunnel',
    input:
      'oauthlib.oauth2.rfc6749.errors.MismatchingStateError: (mismatching_state) CSRF Warning! State not equal in request and response.',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/singingwolfboy/flask-dance/issues/390',
  },
  {
    id: 'oauthlib-http-local',
    input: 'oauthlib.oauth2.rfc6749.errors.InsecureTransportError: (insecure_transport) OAuth 2 MUST utilize https.',
    cause: 'public-address-unknown',
    source: 'https://github.com/requests/requests-oauthlib/issues/383',
  },
  {
    id: 'oauthlib-http-proxy',
    input: '(insecure_transport) OAuth 2 MUST utilize https.',
    cause: 'public-address-unknown',
    source: 'https://github.com/weibeu/Flask-Discord/issues/3',
  },
  {
    id: 'oauthlib-http-seahub',
    input: '[ERROR] seahub.oauth.views:150 oauth_callback (insecure_transport) OAuth 2 MUST utilize https.',
    cause: 'public-address-unknown',
    source: 'https://github.com/haiwen/seahub/issues/5083',
  },
  {
    id: 'oauthlib-no-token',
    input: 'oauthlib.oauth2.rfc6749.errors.MissingTokenError: (missing_token) Missing access token parameter.',
    cause: 'token-answer-unusable',
    source: 'https://github.com/bwilczynski/strava-cli/pull/2',
  },
  {
    id: 'oauthlib-no-token-stack',
    input: `oauthlib.oauth2.rfc6749.errors.MissingTokenError
oauthlib.oauth2.rfc6749.errors.MissingTokenError: (missing_token) Missing access token parameter.

Traceback (most recent call last)
File "/app/env/lib/python3.5/site-packages/flask/app.py", line 2309, in __call__
return self.wsgi_app(environ, start_response)`,
    cause: 'token-answer-unusable',
    source: 'https://github.com/requests/requests-oauthlib/issues/324',
  },
] satisfies readonly DiagnosisCase[]
