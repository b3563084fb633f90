/** What people posted about GitHub’s sign-in and GitHub Actions’ identity tokens, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'github-redirect-address',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/joemccann/dillinger/issues/705',
    input:
      'GET /?error=redirect_uri_mismatch&error_description=The+redirect_uri+MUST+match+the+registered+callback+URL+for+this+application.&error_uri=https%3A%2F%2Fdeveloper.github.com%2Fapps%2Fmanaging-oauth-apps%2Ftroubleshooting-authorization-request-errors%2F%23redirect-uri-mismatch HTTP/1.1 304',
  },
  {
    id: 'github-redirect-python',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/OpenTreeOfLife/opentree/issues/296',
    input:
      "<type 'exceptions.Exception'> No access_token found in data: {'error_uri': 'https://developer.github.com/v3/oauth/#redirect-uri-mismatch2', 'expires': None, 'error_description': 'The redirect_uri MUST match the registered callback URL for this application.', 'error': 'redirect_uri_mismatch'} 'access_token'",
  },
  {
    id: 'github-redirect-state',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/Azure-App-Service/DemoApp/issues/3',
    input:
      'https://shop.example/complete/github/?error=redirect_uri_mismatch&error_description=The+redirect_uri+MUST+match+the+registered+callback+URL+for+this+application.&error_uri=https%3A%2F%2Fdeveloper.github.com%2Fv3%2Foauth%2F%23redirect-uri-mismatch&state=abc',
  },
  {
    id: 'github-code-again',
    cause: 'code-used-twice',
    source: 'https://github.com/octokit/octokit.rb/issues/1217',
    input: `exchange_code_for_token
#<Sawyer::Resource:0x00000007e673a8 @attrs={:error=>"bad_verification_code"}>`,
  },
  {
    id: 'github-actions-permission',
    cause: 'workload-token-not-granted',
    source: 'https://github.com/google-github-actions/auth/issues/62',
    input:
      'Error: Action failed with error: Error: Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable',
  },
  {
    id: 'github-actions-permission-toolkit',
    cause: 'workload-token-not-granted',
    source: 'https://github.com/actions/toolkit/issues/952',
    input:
      '`Error: Action failed with error: Error: Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
  },
  {
    id: 'github-actions-fork',
    cause: 'workload-token-not-granted',
    source: 'https://github.com/argoproj-labs/argocd-image-updater/issues/1104',
    input: `==> Fork detected
Run actions/github-script@v7
Error: Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable
    at OidcClient.<anonymous> (/srv/runner/_actions/actions/github-script/v7/dist/index.js:585:23)
    at Generator.next (<anonymous>)`,
  },
] satisfies readonly DiagnosisCase[]
