/** Authlib’s and django-allauth’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'authlib-cookie-full',
    input: "CSRF Warning! State not equal in request and response.'",
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/authlib/authlib/issues/622',
  },
  {
    id: 'authlib-airflow',
    input:
      'authlib.integrations.base_client.errors.MismatchingStateError: mismatching_state: CSRF Warning! State not equal in request and response.',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/authlib/authlib/issues/441',
  },
  {
    id: 'authlib-flask-secret',
    input: `18:54:59 authlib/integrations/flask_client/integration.py", line 17, in set_session_data
18:54:59 session[sess_key] = value
18:54:59 flask/sessions.py", line 103, in _fail
18:54:59 RuntimeError: The session is unavailable because no secret key was set.  Set the secret_key on the application to something unique and secret.`,
    cause: 'session-not-set-up',
    source: 'https://github.com/radiasoft/sirepo/issues/2940',
  },
  {
    id: 'allauth-linkedin',
    input: `Error retrieving access token: b'{"error":"invalid_redirect_uri","error_description":"Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists"}'`,
    cause: 'code-of-another-client',
    source: 'https://github.com/pennersr/django-allauth/issues/2758',
  },
  {
    id: 'allauth-linkedin-stack',
    input: `allauth.socialaccount.providers.oauth2.client.OAuth2Error:
Error retrieving access token:
b'{"error":"invalid_redirect_uri","error_description":"Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists"}'`,
    cause: 'code-of-another-client',
    source: 'https://github.com/pennersr/django-allauth/issues/3097',
  },
] satisfies readonly DiagnosisCase[]
