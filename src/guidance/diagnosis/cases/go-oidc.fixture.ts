/** go-oidc’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'go-oidc-no-issuer',
    input:
      'register control error: invalid OIDC token in login: oidc: id token issued by a different provider, expected "http://127.0.0.1:8086/" got ""',
    cause: 'issuer-differs',
    source: 'https://github.com/fatedier/frp/issues/2806',
  },
  {
    id: 'go-oidc-slash',
    input:
      'oidc: issuer did not match the issuer returned by provider, expected "https://sso.example" got "https://sso.example/"',
    cause: 'issuer-differs',
    source: 'https://github.com/coreos/go-oidc/issues/338',
  },
  {
    id: 'go-oidc-audience',
    input: 'oidc: expected audience "shop" got []',
    cause: 'token-for-another-audience',
    source: 'https://github.com/coreos/go-oidc/issues/307',
  },
  {
    id: 'go-oidc-alg',
    input:
      'rustdesk-api | [2025-05-16 02:08:30] [WARN] IdTokenVerifyError: oidc: malformed jwt: go-jose/go-jose: unexpected signature algorithm "HS256"; expected ["RS256"] (/srv/service/oauth.go:246)',
    cause: 'algorithm-differs',
    source: 'https://github.com/lejianwen/rustdesk-api/issues/240',
  },
  {
    id: 'go-oidc-certificate',
    input: `time="2023-07-31T08:41:37Z" level=info msg="Initializing OIDC provider (issuer: https://id.example/auth/realms/master)"
time="2023-07-31T08:41:37Z" level=warning msg="Failed to verify token: failed to verify token: Failed to query provider \\"https://id.example/auth/realms/master\\": Get \\"https://id.example/auth/realms/master/.well-known/openid-configuration\\": x509: certificate signed by unknown authority"`,
    cause: 'issuer-unreachable',
    source: 'https://github.com/argoproj/argo-cd/issues/11392',
  },
] satisfies readonly DiagnosisCase[]
