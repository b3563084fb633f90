/** What people posted about Microsoft's sign-in and its libraries, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'entra-secret-id-for-its-value',
    cause: 'secret-wrong',
    source: 'https://github.com/keycloak/keycloak/issues/31294',
    input: `2024-07-15 11:14:02,463 ERROR [org.keycloak.broker.oidc.AbstractOAuth2IdentityProvider] (executor-thread-1) Unexpected response from token
 endpoint https://login.example/common/oauth2/v2.0/token. status=401, response={"error":"invalid_client","error_description":"
AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value,
not the client secret ID, for a secret added to
app '11111111-2222-3333-4444-555555555555'. Trace ID: 11111111-0000-0000-0000-000000000000
Timestamp: 2024-07-15 11:14:02Z","error_codes":[7000215],"timestamp":"2024-07-15 11:14:02Z"}`,
  },
  {
    id: 'entra-web-in-place-of-spa',
    cause: 'redirect-uri-on-wrong-platform',
    source: 'https://github.com/Azure-Samples/ms-identity-javascript-angular-tutorial/issues/37',
    input: `ERROR ServerError: invalid_request: 9002326 - [2021-09-03 14:20:13Z]: AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.
Trace ID: 11111111-0000-0000-0000-000000000000
    at ServerError.AuthError [as constructor] (AuthError.ts:40)
    at ResponseHandler.validateTokenResponse (ResponseHandler.ts:99)`,
  },
  {
    id: 'entra-third-party-cookies',
    cause: 'silent-sign-in-blocked',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5148',
    input:
      'Silent SSO failed. InteractionRequiredAuthError: login_required: AADSTS50058: A silent sign-in request was sent but no user is signed in.',
  },
  {
    id: 'entra-trailing-slash',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/alexandrtovmach/react-microsoft-login/issues/121',
    input: `error: "invalid_client"
error_codes: [50011]
error_description: "AADSTS50011: The redirect URI 'https://app.example/login/' specified in the request does not match the redirect URIs configured for the application '11111111-2222-3333-4444-555555555555'. More details: Reply address did not match because requested address did not have a trailing slash.\\r\\nTrace ID:xxx"`,
  },
  {
    id: 'entra-single-page-app-24-hours',
    cause: 'refresh-token-expired',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/7033',
    input:
      '{"error":"invalid_grant","error_description":"AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on 2026-04-01T07:29:11.1319999+00:00.\\r\\nTrace ID: 11111111-0000-0000-0000-000000000000","error_codes":[700084],"suberror":"bad_token"}',
  },
  {
    id: 'entra-secret-expired',
    cause: 'secret-wrong',
    source: 'https://github.com/microsoft/o365-moodle/issues/1752',
    input:
      'oidcclient::rocredsrequest: Error in rocredsrequest request Data: (string)Error in OpenID Connect: AADSTS7000222: The provided client secret keys are expired. Visit the Azure Portal to create new keys for your app',
  },
  {
    id: 'b2c-password-reset',
    cause: 'password-reset-asked-for',
    source: 'https://github.com/OAuthSwift/OAuthSwift/pull/716',
    input:
      'https://app.example/callback?error=access_denied&error_description=AADB2C90118%3a+The+user+has+forgotten+their+password.&state=abc',
  },
  {
    id: 'msal-interaction-in-progress',
    cause: 'second-sign-in-started',
    source:
      'https://learn.microsoft.com/en-us/answers/questions/1404987/browserautherror-interaction-in-progress-interacti',
    input: `BrowserAuthError: interaction_in_progress: Interaction is currently in progress. Please ensure that this interaction has been completed before calling an interactive API.
    at BrowserAuthError.AuthError [as constructor] (AuthError.ts:77:1)
    at BrowserCacheManager.setInteractionInProgress (BrowserCacheManager.ts:1026:1)`,
  },
  {
    id: 'msal-user-cancelled',
    cause: 'sign-in-window-closed',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5709',
    input: 'BrowserAuthError: user_cancelled: User cancelled the flow.',
  },
  {
    id: 'adfs-public-client-with-secret',
    cause: 'secret-not-sent',
    source: 'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/6915',
    input:
      'ERROR ServerError: invalid_client: undefined - [undefined]: MSIS9622: Client authentication failed. Please verify the credential provided for client authentication is valid. - Correlation ID: undefined - Trace ID: undefined',
  },
  {
    id: 'adfs-client-without-permission',
    cause: 'scope-not-registered',
    source: 'https://github.com/snok/django-auth-adfs/issues/31',
    input: `Exception details:
Microsoft.IdentityServer.Web.Protocols.OAuth.Exceptions.OAuthUnauthorizedClientException: MSIS9321: Received invalid OAuth request. The client 'shop.client' is forbidden to access the resource 'shop.api'.`,
  },
  {
    id: 'entra-code-redeemed',
    cause: 'code-used-twice',
    source: 'https://github.com/shubhamdipt/django-microsoft-authentication/issues/15',
    input:
      'Microsoft authentication callback failed with invalid_grant: AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  {
    id: 'identity-model-graph-scope',
    cause: 'token-for-another-audience',
    source: 'https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/issues/1334',
    input:
      "Microsoft.IdentityModel.Tokens.SecurityTokenInvalidSignatureException: 'IDX10511: Signature validation failed. Keys tried: 'Microsoft.IdentityModel.Tokens.X509SecurityKey, KeyId: 'abc', InternalId: 'def'.",
  },
  {
    id: 'identity-model-graph-nonce',
    cause: 'token-for-another-audience',
    source: 'https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/issues/853',
    input: `Microsoft.IdentityModel.Tokens.SecurityTokenInvalidSignatureException: IDX10503: Signature validation failed. Keys tried: 'Microsoft.IdentityModel.Tokens.X509SecurityKey
            string token = "eyJ0eXAiOiJKV1QiLCJub25jZSI6IkFRQUJBQUFBQUFCbS0wNmJsQkUxVHBWTWlsOEtQUTQxIiwiYWxnIjoiUlMyNTYiLCJ4NXQiOiJhYmMiLCJraWQiOiJhYmMifQ.eyJhdWQiOiIwMDAwMDAwMy0wMDAwLTAwMDAtYzAwMC0wMDAwMDAwMDAwMDAiLCJpc3MiOiJodHRwczovL3N0cy53aW5kb3dzLm5ldC8xMWFhMjJiYi0wMDAwLTRjNGMtOWQ5ZC0wMTIzNDU2Nzg5YWIvIiwiaWF0IjoxNzk5OTk5OTQwLCJuYmYiOjE3OTk5OTk5NDAsImV4cCI6MTgwMDAwMzU0MCwic2NwIjoiTWFpbC5TZW5kIFVzZXIuUmVhZCIsImFwcGlkIjoiMWIyYyIsInN1YiI6InMifQ.c2lnbmF0dXJlLW9mLW5vLW1lYW5pbmc";`,
  },
  {
    id: 'msal-net-login-hint',
    cause: 'token-cache-empty',
    source: 'https://github.com/jstedfast/MailKit/issues/1169',
    input: `An unhandled exception of type 'Microsoft.Identity.Client.MsalUiRequiredException' occurred in mscorlib.dll

Additional information: You are trying to acquire a token silently using a login hint. No account was found in the token cache having this login hint.`,
  },
  {
    id: 'adfs-callback-reloaded',
    cause: 'code-used-twice',
    source: 'https://github.com/snok/django-auth-adfs/issues/1',
    input: `Encountered error during OAuth token request.
Additional Data
Exception details:
Microsoft.IdentityServer.Web.Protocols.OAuth.Exceptions.OAuthAccessTokenInvalidAuthorizationCodeException: MSIS9247: Received invalid OAuth access token request. The authorization code is invalid. ---> Microsoft.IdentityServer.Service.ArtifactResolutionService.ArtifactServiceStorageGetException: MSIS3101: A SQL error occurred during processing of the artifact.`,
  },
  {
    id: 'entra-groups-overage',
    cause: 'roles-left-out',
    source: 'https://github.com/MicrosoftDocs/azure-docs/pull/40705',
    input: `{
  "aud": "shop",
  "iss": "https://sts.example/11aa22bb/",
  "iat": 1800000000,
  "exp": 1800003600,
  "_claim_names": { "groups": "src1" },
  "_claim_sources": { "src1": { "endpoint": "https://graph.example/11aa22bb/users/ada/getMemberObjects" } },
  "sub": "ada"
}`,
  },
  {
    id: 'entra-hasgroups',
    cause: 'roles-left-out',
    source: 'https://github.com/Gibe/Umbraco.Community.AzureSSO/issues/26',
    input: 'If user is a member of several groups, the following claim is returned: "hasgroups": "true"',
  },
  {
    id: 'azure-cli-code-expired',
    cause: 'device-not-approved-yet',
    source: 'https://github.com/Azure/azure-cli/issues/5580',
    input: 'Unexpected polling state code_expired',
  },
  {
    id: 'b2c-refresh-after-a-day',
    cause: 'refresh-token-expired',
    source: 'https://github.com/sander1988/Indego/issues/173',
    input:
      'Token request failed with status=400, body={"error":"invalid_grant","error_description":"AADB2C90080: The provided grant has expired. Please re-authenticate and try again. ...',
  },
  {
    id: 'entra-prompt-declined',
    cause: 'prompt-of-another-sign-in',
    source: 'https://github.com/Azure/Azure-Sentinel/pull/4565',
    input: 'Sign-in error code 500121, additional details: MFA Denied; user declined the authentication',
  },
  {
    id: 'entra-fraud-reported',
    cause: 'prompt-of-another-sign-in',
    source: 'https://github.com/Azure/Azure-Sentinel/pull/4565',
    input: 'ResultType 500121 Status: MFA denied; Phone App Reported Fraud',
  },
] satisfies readonly DiagnosisCase[]
