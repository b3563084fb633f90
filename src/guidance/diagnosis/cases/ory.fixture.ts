/** What people posted about Ory Hydra, and of Authelia, which is built on the same library, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'hydra-redirect-log',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/GoogleCloudPlatform/fda-mystudies/issues/2269',
    input:
      'time=2020-12-07T02:27:27Z level=error msg=An error occurred audience=application error=map[message:invalid_request reason:The "redirect_uri" parameter does not match any of the OAuth 2.0 Client\'s pre-registered redirect urls. status:Bad Request status_code:400] http_request=map[method:GET path:/oauth2/auth]',
  },
  {
    id: 'hydra-redirect-localhost',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/ory/hydra/issues/1515',
    input: 'Hint: "redirect_uri" parameter does not match any of the OAuth 2.0 Client\'s pre-registered redirect urls.',
  },
  {
    id: 'authelia-redirect',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/nicotsx/zerobyte/issues/722',
    input: `Description: The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.

Hint: The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered 'redirect_uris'.`,
  },
  {
    id: 'hydra-fetch-without-cookie',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/ory/hydra/issues/1812',
    input:
      'http://shop.example/login?error=request_forbidden&error_debug=CSRF+session+cookie+could+not+be+decoded&error_description=The+request+is+not+allowed&error_hint=You+are+not+allowed+to+perform+this+action.&state=abc',
  },
  {
    id: 'hydra-no-csrf',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/ory/hydra/issues/2345',
    input:
      'message:request_forbidden reason: No CSRF value available in the session cookie. status:Forbidden status_code:403',
  },
  {
    id: 'hydra-code-again',
    cause: 'code-used-twice',
    source: 'https://github.com/ory/hydra/issues/3483',
    input: 'authorization code has already been used',
  },
  {
    id: 'fosite-http-behind-proxy',
    cause: 'public-address-unknown',
    source: 'https://github.com/iFargle/headscale-webui/issues/82',
    input:
      "Authorization Response for Request with id 'XXX' on client with id 'YYY' could not be created: The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. Redirect URL is using an insecure protocol, http is only allowed for hosts with suffix 'localhost', for example: http://myapp.localhost/.",
  },
] satisfies readonly DiagnosisCase[]
