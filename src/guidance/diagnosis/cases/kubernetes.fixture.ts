/** What people posted about the API server of Kubernetes, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'kubernetes-other-client',
    cause: 'token-for-another-audience',
    source: 'https://github.com/kubernetes-sigs/headlamp/issues/670',
    input:
      '"Unable to authenticate the request" err="[invalid bearer token, oidc: verify token: oidc: expected audience \\"kubernetes\\" got [\\"headlamp\\"]]"',
  },
  {
    id: 'kubernetes-email',
    cause: 'email-not-verified',
    source: 'https://github.com/userbradley/documentation.breadnet.co.uk/issues/526',
    input:
      'E0614 00:29:57.960378       1 authentication.go:75] "Unable to authenticate the request" err="[invalid bearer token, oidc: email not verified]"',
  },
  {
    id: 'kubernetes-email-json',
    cause: 'email-not-verified',
    source: 'https://github.com/kubernetes/kubernetes/issues/136887',
    input:
      'ERROR   filters/authentication.go:73    Unable to authenticate the request      {"component": "vcluster", "error": "[invalid bearer token, oidc: email not verified]"}',
  },
  {
    id: 'kubernetes-email-claim',
    cause: 'email-not-verified',
    source: 'https://github.com/kubernetes/kubernetes/issues/48777',
    input:
      "E0710 23:01:00.850970       7 authentication.go:58] Unable to authenticate the request due to an error: [invalid bearer token, [invalid bearer token, [crypto/rsa: verification error, invalid bearer token, 'email_verified' claim not present]]]",
  },
  {
    id: 'kubernetes-certificate',
    cause: 'issuer-unreachable',
    source: 'https://github.com/kubernetes/apiserver/issues/27',
    input:
      'E1206 06:12:46.728701       1 oidc.go:190] oidc authenticator: failed to fetch provider discovery data: Get https://id.example/auth/realms/k8s/.well-known/openid-configuration: x509: certificate signed by unknown authority',
  },
  {
    id: 'kubectl-refresh-without-id-token',
    cause: 'id-token-not-asked-for',
    source: 'https://github.com/kubernetes/kubernetes/issues/51501',
    input: 'Connection error: Get https://shop.example:8443/api: token response did not contain an id_token',
  },
] satisfies readonly DiagnosisCase[]
