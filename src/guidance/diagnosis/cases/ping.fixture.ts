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
] satisfies readonly DiagnosisCase[]
