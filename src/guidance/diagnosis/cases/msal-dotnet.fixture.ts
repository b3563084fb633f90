/** What people posted about MSAL.NET, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'msal-net-no-account',
    cause: 'token-cache-empty',
    source: 'https://github.com/manoj-choudhari-git/net-core-msal-samples/issues/18',
    input: `MsalUiRequiredException: No account or login hint was passed to the AcquireTokenSilent call.
Microsoft.Identity.Client.AcquireTokenSilentParameterBuilder.Validate()`,
  },
  {
    id: 'msal-net-placeholder-secret',
    cause: 'secret-wrong',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/1576',
    input:
      'MsalServiceException: The wrong application (public or confidential) is being used with this authentication flow. Potential issue: the redirect URI is valid, but it has been configured for the wrong app type. Check the configuration of the app being used in the app registration portal. See https://aka.ms/msal-net-invalid-client for details. Original exception: AADSTS7000215: Invalid client secret is provided.',
  },
  {
    id: 'msal-net-federated-server-down',
    cause: 'server-overloaded',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/4412',
    input:
      'ERROR,"Token refresh failed. Encountered exception MSAL.Desktop.4.50.0.0.MsalServiceException: 	ErrorCode: service_not_available Microsoft.Identity.Client.MsalServiceException: Service is unavailable to process the request    at Microsoft.Identity.Client.Http.HttpManager.',
  },
  {
    id: 'msal-net-code-redeemed',
    cause: 'code-used-twice',
    source: 'https://github.com/AzureAD/microsoft-identity-web/issues/2008',
    input: 'MsalUiRequiredException: AADSTS54005 after upgrading to 1.25.7',
  },
] satisfies readonly DiagnosisCase[]
