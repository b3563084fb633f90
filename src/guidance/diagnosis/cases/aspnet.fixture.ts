/** What people posted about ASP.NET and Microsoft.IdentityModel, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'aspnet-correlation-same-site-strict',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/aspnet/Security/issues/1839',
    input:
      'After upgrading to .net core 2.1 the Google OIDC middleware throws, if SameSite = SameSiteMode.Strict is set: Correlation failed.',
  },
  {
    id: 'aspnet-correlation-form-post',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/aspnet/Security/issues/1799',
    input:
      'System.Exception: An error was encountered while handling the remote login. Error from RemoteAuthentication: Correlation failed.',
  },
  {
    id: 'aspnet-correlation-cookie-not-found',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/Azure-Samples/active-directory-aspnetcore-webapp-openidconnect-v2/issues/466',
    input: `Exception: Correlation failed
at Microsoft.AspNetCore.Authentication.RemoteAuthenticationHandler\`1.HandleRequestAsync()
In event viewer I also see this .Net Runtime Warning
'.AspNetCore.Correlation.OpenIdConnect.xxxxxx' cookie not found.`,
  },
  {
    id: 'aspnet-key-ring-instances',
    cause: 'sign-in-on-another-instance',
    source: 'https://github.com/aspnet/DataProtection/issues/184',
    input: `System.Security.Cryptography.CryptographicException: The key {11111111-2222-3333-4444-555555555555} was not found in the key ring.
   at Microsoft.AspNetCore.DataProtection.KeyManagement.KeyRingBasedDataProtector.UnprotectCore(Byte[] protectedData, Boolean allowOperationsOnRevokedKeys, UnprotectStatus& status)`,
  },
  {
    id: 'aspnet-unprotect-ticket',
    cause: 'sign-in-on-another-instance',
    source: 'https://github.com/dotnet/aspnetcore/issues/52561',
    input:
      'info: Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationHandler[7] Cookies was not authenticated. Failure message: Unprotect ticket failed',
  },
  {
    id: 'identity-model-adfs-issuer',
    cause: 'issuer-differs',
    source: 'https://github.com/openid/AppAuth-Android/issues/642',
    input:
      "Bearer was not authenticated. Failure message: IDX10205: Issuer validation failed. Issuer: 'http://sts.example/adfs/services/trust'. Did not match: validationParameters.ValidIssuer: 'null' or validationParameters.ValidIssuers: 'https://sts.example/adfs'.",
  },
  {
    id: 'identity-model-preview-host',
    cause: 'issuer-differs',
    source: 'https://github.com/Azure/static-web-apps/issues/1581',
    input: `{ "code": 401, "message": "IDX10205: Issuer validation failed. Issuer: 'https://blue.5.app.example/.auth'. Did not match: validationParameters.ValidIssuer: 'https://5.app.example/.auth' or validationParameters.ValidIssuers: 'null'." }`,
  },
  {
    id: 'identity-model-api-expects-v2',
    cause: 'issuer-differs',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/560',
    input: 'WWW-Authenticate: Bearer error="invalid_token", error_description="The issuer is invalid"',
  },
  {
    id: 'aspnet-issuer-from-a-container',
    cause: 'issuer-differs',
    source: 'https://github.com/NikiforovAll/keycloak-authorization-services-dotnet/issues/115',
    input: `WWW-Authenticate: Bearer error="invalid_token", error_description="The issuer 'http://localhost:8080/realms/shop' is invalid"`,
  },
] satisfies readonly DiagnosisCase[]
