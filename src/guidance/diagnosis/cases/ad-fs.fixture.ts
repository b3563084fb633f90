/** What people posted about AD FS, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'adfs-refresh-over',
    cause: 'refresh-token-expired',
    source: 'https://github.com/AzureAD/azure-activedirectory-library-for-dotnet/issues/669',
    input: 'I keep getting error code MSIS9615',
  },
  {
    id: 'adfs-tokens-in-the-redirect',
    cause: 'response-type-refused',
    source: 'https://github.com/civiform/civiform/issues/2829',
    input:
      "Microsoft.IdentityServer.Web.Protocols.OAuth.Exceptions.OAuthAuthorizationUnauthorizedClientException: MSIS9358: Received invalid OAuth authorization request. The authorization server does not support the response type 'token' for confidential clients.",
  },
] satisfies readonly DiagnosisCase[]
