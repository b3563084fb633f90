/** What people posted about browsers’ own messages, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'chrome-relying-party-api-host',
    cause: 'relying-party-id-differs',
    source: 'https://github.com/asbiin/laravel-webauthn/issues/490',
    input: 'The relying party ID is not a registrable domain suffix of, nor equal to the current domain.',
  },
  {
    id: 'chrome-relying-party-dev',
    cause: 'relying-party-id-differs',
    source: 'https://github.com/MasterKale/SimpleWebAuthn/issues/161',
    input:
      'Uncaught (in promise) DOMException: The relying party ID is not a registrable domain suffix of, nor equal to the current domain.',
  },
  {
    id: 'chrome-relying-party-origin',
    cause: 'relying-party-id-differs',
    source: 'https://github.com/fido-alliance/fido2-interop-webapp/issues/1',
    input:
      "error :  DOMException: The relying party ID 'https://dev.shop.example:9486' is not a registrable domain suffix of, nor equal to 'https://dev.shop.example:9486'.",
  },
  {
    id: 'chrome-relying-party-renamed',
    cause: 'relying-party-id-differs',
    source: 'https://github.com/passwordless-lib/fido2-net-lib/issues/112',
    input:
      "exception:SecurityError: The relying party ID 'www.shop.example' is not a registrable domain suffix of, nor equal to 'https://old.example'.",
  },
  {
    id: 'simplewebauthn-relying-party',
    cause: 'relying-party-id-differs',
    source: 'https://github.com/MasterKale/SimpleWebAuthn/issues/284',
    input: 'Reason: SecurityError: The RP ID "id.shop.example" is invalid for this domain',
  },
  {
    id: 'chrome-cors-preflight-redirect',
    cause: 'cors-at-the-token-endpoint',
    source: 'https://github.com/spring-attic/spring-authorization-server/issues/399',
    input:
      "Access to XMLHttpRequest at 'http://id.example/oauth2/token' from origin 'http://shop.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request",
  },
  {
    id: 'chrome-cors-port',
    cause: 'cors-at-the-token-endpoint',
    source: 'https://github.com/networknt/light-oauth2/issues/23',
    input:
      "XMLHttpRequest cannot load http://id.example/oauth2/service?page=1. Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'http://shop.example' is therefore not allowed access.",
  },
  {
    id: 'firefox-cors-slash',
    cause: 'cors-at-the-token-endpoint',
    source: 'https://github.com/skoruba/IdentityServer4.Admin/issues/155',
    input:
      'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://id.example/.well-known/openid-configuration. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing).',
  },
  {
    id: 'chrome-cors-authorization-header',
    cause: 'cors-at-the-token-endpoint',
    source: 'https://github.com/esi/esi-issues/issues/1058',
    input: `Failed to load https://id.example/v2/oauth/token/?grant_type=authorization_code&code=abc: Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response.
Uncaught (in promise) TypeError: Failed to fetch`,
  },
  {
    id: 'safari-cors-header',
    cause: 'cors-at-the-token-endpoint',
    source: 'https://github.com/adambrgmn/react-oauth-flow/issues/19',
    input: `[Error] Failed to load resource: Request header field User-Agent is not allowed by Access-Control-Allow-Headers. (token, line 0)
[Error] Fetch API cannot load https://id.example/oauth2/token?code=[redacted]
Request header field User-Agent is not allowed by Access-Control-Allow-Headers.`,
  },
  {
    id: 'chrome-cors-call-redirected',
    cause: 'call-redirected-to-sign-in',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/issues/987',
    input:
      "Access to XMLHttpRequest at 'https://id.example/common/oauth2/authorize?client_id=shop' (redirected from 'https://shop.example/Client?page=1') from origin 'https://shop.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  },
  {
    id: 'chrome-cors-profile-redirected',
    cause: 'call-redirected-to-sign-in',
    source: 'https://github.com/axios/axios/issues/2616',
    input:
      "Access to XMLHttpRequest at 'http://shop.example:8001/oauth2/authorization/demo' (redirected from 'http://shop.example:9080/auth/user-info') from origin 'http://shop.example:9080' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request.",
  },
  {
    id: 'chrome-cookie-of-frame',
    cause: 'silent-sign-in-blocked',
    source: 'https://github.com/GoogleChromeLabs/samesite-examples/issues/26',
    input: 'The set-cookie was not stored due to user preferences',
  },
  {
    id: 'next-link-prefetches-logout',
    cause: 'logout-link-prefetched',
    source: 'https://github.com/vercel/next.js/issues/38128',
    input:
      'After upgrading I noticed that api routes are being prefetched by next/link. Since the api route for logout is being prefetched though, all cookies are being cleared without the user actually wanting to logout.',
  },
  {
    id: 'dropdown-prefetches-logout',
    cause: 'logout-link-prefetched',
    source: 'https://github.com/dotkom/monoweb/pull/2048',
    input: 'Opening the profile dropdown logs the user out in the background because of link prefetch',
  },
] satisfies readonly DiagnosisCase[]
