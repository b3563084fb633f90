/** Envoy’s and Istio’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'istio-issuer',
    input: `< HTTP/1.1 401 Unauthorized
< www-authenticate: Bearer realm="http://shop.example/hello", error="invalid_token"
< content-type: text/plain
< server: istio-envoy
Jwt issuer is not configured`,
    cause: 'issuer-differs',
    source: 'https://github.com/keycloak/keycloak/issues/17299',
  },
  {
    id: 'istio-issuer-gateway',
    input: 'Jwt issuer is not configured',
    cause: 'issuer-differs',
    source: 'https://github.com/istio/istio/issues/40718',
  },
  {
    id: 'envoy-rotated',
    input: "Jwks doesn't have key to match kid or alg from Jwt",
    cause: 'key-set-stale',
    source: 'https://github.com/envoyproxy/gateway/issues/4180',
  },
  {
    id: 'istio-fetch',
    input: `Jwks remote fetch is failed
debug    envoy filter    onSuccess: fetch pubkey [uri = https://shop.eu.sso.example/.well-known/jwks.json]: response status code 503`,
    cause: 'issuer-unreachable',
    source: 'https://github.com/istio/istio/issues/45138',
  },
  {
    id: 'envoy-tabs',
    input: `OAuth flow failed.
[debug][oauth2] csrf token validation failed`,
    cause: 'two-sign-ins-at-once',
    source: 'https://github.com/envoyproxy/envoy/issues/41902',
  },
  {
    id: 'istio-keys-not-fetched',
    cause: 'issuer-unreachable',
    source: 'https://github.com/istio/istio/issues/53260',
    input: `All my Auth requests fail with \`Jwks doesn't have key to match kid or alg from Jwt.\` error
{
  "level": "debug",
  "scope": "envoy config",
  "msg": "    config: {\\"@type\\":\\"type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication\\",\\"providers\\":{\\"origins-0\\":{\\"issuer\\":\\"https://id.example/cf/oidc\\",\\"local_jwks\\":{\\"inline_string\\":\\"{\\\\\\"keys\\\\\\":[ {\\\\\\"e\\\\\\":\\\\\\"AQAB\\\\\\",\\\\\\"kid\\\\\\":\\\\\\"abc\\\\\\",\\\\\\"kty\\\\\\":\\\\\\"RSA\\\\\\",\\\\\\"n\\\\\\":\\\\\\"RXJyb3ItSXN0aW9kRmFpbGVkVG9GZXRjaEp3a3NVcmkt\\\\\\"}]}\\"}}}"
}`,
  },
  {
    id: 'istio-no-token',
    cause: 'token-not-sent',
    source: 'https://github.com/istio/istio/issues/27292',
    input: `2020-09-14T14:20:24.302182Z     debug   envoy jwt       extract authorizationBearer
2020-09-14T14:20:24.302193Z     debug   envoy jwt       origins-0: JWT authentication starts (allow_failed=false), tokens size=0
2020-09-14T14:20:24.302199Z     debug   envoy jwt       origins-0: JWT token verification completed with: Jwt is missing`,
  },
] satisfies readonly DiagnosisCase[]
