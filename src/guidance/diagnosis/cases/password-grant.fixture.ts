/** What people posted when a server did not take a password at its token endpoint, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'entra-username-password-with-mfa',
    cause: 'password-grant',
    source: 'https://github.com/microsoft/PartnerCenterPowerShellModule/issues/21',
    input: `Invoke-RestMethod : {"error":"interaction_required","error_description":"AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access 'Shop'.","error_codes":[50076]}
grant_type=password`,
  },
  {
    id: 'entra-ropc-with-mfa',
    cause: 'password-grant',
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/47153',
    input:
      'Error AADSTS50076. Is it possible to authenticate with the oauth 2.0 protocol with the grant_type=password for a user with MFA enabled?',
  },
  {
    id: 'entra-on-behalf-of-with-mfa',
    cause: 'page-needed',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/3665',
    input:
      "An exception occurred while getting user token from AAD. exception message:AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access 'Shop'.",
  },
  {
    id: 'spring-password-grant',
    cause: 'password-grant',
    source: 'https://github.com/spring-attic/spring-authorization-server/issues/466',
    input: `POST /oauth2/token
grant_type=password&username=ada&password=[redacted]

{
    "error_description": "OAuth 2.0 Parameter: grant_type",
    "error": "unsupported_grant_type",
    "error_uri": "https://datatracker.ietf.org/doc/html/rfc6749#section-5.2"
}`,
  },
  {
    id: 'identity-server-resource-owner-flow',
    cause: 'password-grant',
    source: 'https://github.com/DuendeArchive/IdentityServer4/issues/4480',
    input:
      '[ERR] Client not authorized for resource owner flow, check the AllowedGrantTypes setting{"client_id":"shop"}, details: {"ClientId":"shop","GrantType":"password"}',
  },
  {
    id: 'auth0-password-realm',
    cause: 'password-grant',
    source: 'https://github.com/auth0/auth0.js/issues/456',
    input: `{"error":"unauthorized_client","error_description":"Grant type 'http://auth0.com/oauth/grant-type/password-realm' not allowed for the client."}`,
  },
  {
    id: 'monzo-password-grant',
    cause: 'password-grant',
    source: 'https://github.com/monzo/docs/pull/31',
    input: `grant_type=password
{
    "error":"unauthorized_client",
    "error_description":"Client does not have permission to use the requested grant"
}`,
  },
  {
    id: 'mitreid-password-grant',
    cause: 'password-grant',
    source: 'https://github.com/mitreid-connect/OpenID-Connect-Java-Spring-Server/issues/1343',
    input: `{ "error": "invalid_client", "error_description": "Unauthorized grant type: password" }`,
  },
  {
    id: 'entra-password-without-secret',
    cause: 'secret-not-sent',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/3582',
    input: `acquireTokenByUsernamePassword
{ "error": "invalid_client", "error_description": "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'." }`,
  },
] satisfies readonly DiagnosisCase[]
