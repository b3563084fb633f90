/** oidc-client’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'oidc-client-reload',
    input: `Error: No matching state found in storage
    at OidcClient.readSigninResponseState (oidc-client-ts.js:1443:1)
    at async UserManager.signinCallback (oidc-client-ts.js:2312:21)
    at async react-oidc-context.js:154:1`,
    cause: 'callback-reloaded',
    source: 'https://github.com/authts/react-oidc-context/issues/445',
  },
  {
    id: 'oidc-client-back-button',
    input: `Uncaught (in promise) Error: No matching state found in storage
    at oidc-client.min.js:1`,
    cause: 'callback-reloaded',
    source: 'https://github.com/DuendeArchive/identity-model-oidc-client-js/issues/1044',
  },
  {
    id: 'oidc-client-frame-timed-out',
    input: `Silent renew error
auth-service.ts:47 Error: Frame window timed out
    at t._error (oidc-client.min.js:74:25924)
    at t._timeout (oidc-client.min.js:74:26359)`,
    cause: 'silent-frame-no-answer',
    source: 'https://github.com/DuendeArchive/identity-model-oidc-client-js/issues/709',
  },
  {
    id: 'oidc-client-iframe-timed-out',
    input: `oidc-client-ts.js:48 [UserManager] _signinStart: begin
oidc-client-ts.js:48 [JsonService] getJson: url: https://localhost:44301/.well-known/openid-configuration
oidc-client-ts.js:48 [JsonService] getJson: HTTP response received, status 200
Error: IFrame timed out without a response`,
    cause: 'silent-frame-no-answer',
    source: 'https://github.com/authts/oidc-client-ts/issues/975',
  },
  {
    id: 'oidc-client-silent-elsewhere',
    cause: 'silent-frame-no-answer',
    source: 'https://github.com/authts/oidc-client-ts/issues/709',
    input: 'Had a problem with signinSilent() **IFrame timed out without a response**',
  },
  {
    id: 'oidc-client-refused-to-frame',
    cause: 'silent-frame-no-answer',
    source: 'https://github.com/dotnet/aspnetcore/issues/60115',
    input: `> dbug: Microsoft.AspNetCore.Components.WebAssembly.Authentication.RemoteAuthenticationService[0]
      Initial silent sign in failed 'Frame window timed out'`,
  },
  {
    id: 'oidc-client-no-opener',
    cause: 'popup-cut-off',
    source: 'https://github.com/authts/oidc-client-ts/issues/1896',
    input: "No window.opener. Can't complete notification.",
  },
  {
    id: 'oidc-client-popup-closed',
    cause: 'sign-in-window-closed',
    source: 'https://github.com/authts/oidc-client-ts/issues/2043',
    input: 'Error: Popup closed by user',
  },
  {
    id: 'oidc-client-keys-cors',
    cause: 'cors-at-the-token-endpoint',
    source: 'https://github.com/OHIF/Viewers/issues/616',
    input: `Access to XMLHttpRequest at 'https://id.example/oauth2/v3/certs' from origin 'http://localhost:5000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.
CallbackPage.js:24 Uncaught (in promise) Error: Error: Network Error`,
  },
] satisfies readonly DiagnosisCase[]
