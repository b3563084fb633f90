/** What people posted about Argo CD and Dex, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'argo-cd-cli-client',
    cause: 'token-for-another-audience',
    source: 'https://github.com/argoproj/argo-cd/issues/12170',
    input:
      'argocd-server time="2023-01-27T07:15:21Z" level=warning msg="Failed to verify token: failed to verify token: oidc: expected audience \\"argo-cd\\" got [\\"argo-cd-cli\\"]"',
  },
  {
    id: 'argo-cd-all-audiences',
    cause: 'token-for-another-audience',
    source: 'https://github.com/argoproj/argo-cd/issues/13432',
    input:
      'time="2024-04-14T17:34:05Z" level=warning msg="Failed to verify token: failed to verify token: token verification failed for all audiences: error for aud \\"argo-cd\\": oidc: expected audience \\"argo-cd\\" got [\\"argo-cd-cli\\"]"',
  },
  {
    id: 'dex-redirect',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/dexidp/dex/issues/1219',
    input: 'invalid_request: Unregistered redirect_uri ("http://shop.example:5555/callback")',
  },
  {
    id: 'argo-cd-dex-over-http',
    cause: 'issuer-differs',
    source: 'https://github.com/argoproj/argo-cd/issues/14669',
    input:
      '"http://argo.example/api/dex": oidc: issuer did not match the issuer returned by provider, expected "http://argo.example/api/dex" got "https://argo.example/api/dex"',
  },
] satisfies readonly DiagnosisCase[]
