/** What people posted about PingOne and PingFederate, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'pingone-redirect',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/pingidentity/pingone-sample-dotnet/issues/6',
    input: 'Redirect URI mismatch',
  },
  {
    id: 'pingfederate-cors',
    cause: 'cors-at-the-token-endpoint',
    source: 'https://github.com/authts/react-oidc-context/issues/460',
    input:
      "access to fetch at 'https://id.example/as/token.oauth2' from origin 'https://shop.example' has been blocked by cors policy: no 'access-control-allow-origin' header is present on the requested resource. if an opaque response serves your needs, set the request's mode to 'no-cors' to fetch the resource with cors disabled.",
  },
  {
    id: 'pingfederate-two-methods',
    cause: 'authentication-method-differs',
    source: 'https://github.com/louketo/louketo-proxy/issues/416',
    input:
      '1.5361615367945359e+09  error   keycloak-proxy/handlers.go:121  unable to exchange code for access token        {"error": "invalid_client: The client MUST NOT use more than one authentication method in each request."}',
  },
  {
    id: 'pingfederate-two-methods-quarkus',
    cause: 'authentication-method-differs',
    source: 'https://github.com/quarkusio/quarkus/issues/6783',
    input:
      '"error_description":"The client MUST NOT use more than one authentication method in each request.","error":"invalid_client"',
  },
  {
    id: 'pingone-environment',
    cause: 'wrong-tenant-endpoint',
    source: 'https://github.com/pingidentity/pingone-sample-js/issues/17',
    input: `id: e99666da-b2d4-476a-8a1e-8ec5c7bdb6dc
code: NOT_FOUND
details: The request could not be completed. The requested resource was not found.`,
  },
] satisfies readonly DiagnosisCase[]
