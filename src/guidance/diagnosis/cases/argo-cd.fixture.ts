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
  {
    id: 'argo-cd-unknown-authority',
    cause: 'issuer-unreachable',
    source: 'https://github.com/argoproj/argo-cd/issues/18735',
    input: `time="2024-06-19T20:08:28Z" level=info msg="Loading TLS configuration from secret argocd/argocd-server-tls"
time="2024-06-19T20:08:28Z" level=warning msg="Failed to verify token: failed to verify token: token verification failed for all audiences: error for aud \\"argocd\\": Failed to query provider \\"https://id.example/auth/idp/k8s\\": Get \\"https://id.example/auth/idp/k8s/.well-known/openid-configuration\\": tls: failed to verify certificate: x509: certificate signed by unknown authority"
time="2024-06-19T20:08:28Z" level=info msg="finished unary call with code OK" grpc.code=OK grpc.method=Get`,
  },
  {
    id: 'argo-cd-issuer-scheme',
    cause: 'issuer-differs',
    source: 'https://github.com/argoproj/argo-cd/issues/14669',
    input:
      '"http://cd.example/api/dex": oidc: issuer did not match the issuer returned by provider, expected "http://cd.example/api/dex" got "https://cd.example/api/dex"',
  },
] satisfies readonly DiagnosisCase[]
