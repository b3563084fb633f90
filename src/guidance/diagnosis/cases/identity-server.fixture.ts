/** What people posted about IdentityServer, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'identityserver-unknown-client',
    cause: 'client-unknown',
    source: 'https://github.com/DuendeArchive/Support/issues/1422',
    input: `[10:50:11 DBG] Start client validation
[10:50:11 DBG] Start parsing Basic Authentication secret
[10:50:11 DBG] Secret id found: webapi
[10:50:11 ERR] No client with id 'webapi' found. aborting
[10:50:11 VRB] Invoking result: Duende.IdentityServer.Endpoints.Results.TokenErrorResult`,
  },
  {
    id: 'identityserver-redirect-typo',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/DuendeArchive/IdentityServer4/issues/1927',
    input: `2017-12-28 17:43:47.916 -05:00 [Debug] "shop" found in database: True
2017-12-28 17:43:47.916 -05:00 [Error] Invalid redirect_uri: https://shop.example/sigin-oidc
"{
  \\"ClientId\\": \\"shop\\",
  \\"RedirectUri\\": \\"https://shop.example/sigin-oidc\\",
  \\"AllowedRedirectUris\\": [
    \\"https://shop.example/signin-oidc\\"
  ]`,
  },
  {
    id: 'identityserver-redirect-none',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/IdentityServer/IdentityServer3/issues/3485',
    input: `w3wp.exe Error: 0 : 2017-01-25 10:29:12.451 -06:00 [Error] "Invalid redirect_uri: http://shop.example/"
 "{
  \\"ClientId\\": \\"shop\\",
  \\"AllowedRedirectUris\\": [],`,
  },
  {
    id: 'identityserver-refresh-gone',
    cause: 'refresh-token-revoked',
    source: 'https://github.com/DuendeArchive/IdentityServer4/issues/5171',
    input:
      'Refresh token validation failed. aborting, {"ClientId":"shop", "GrantType":"refresh_token", "RefreshToken":"********"}',
  },
  {
    id: 'identityserver-client-of-another-environment',
    cause: 'client-unknown',
    source: 'https://github.com/DuendeArchive/IdentityServer4/issues/1005',
    input: `2017-03-30 20:02:50 [Debug] Start authorize request protocol validation
2017-03-30 20:02:50 [Error] Unknown client or not enabled: 58dc0f697b84`,
  },
  {
    id: 'identityserver-redirect-scheme',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/DuendeArchive/IdentityModel.OidcClient.Samples/issues/32',
    input: '[Error] IdentityServer4.Validation.AuthorizeRequestValidator: Invalid redirect_uri: shopclients://callback',
  },
] satisfies readonly DiagnosisCase[]
