/** What people posted when their web server refused a request for its headers, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'nginx-correlation-cookies',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/dotnet/aspnetcore/issues/58731',
    input: `400 Bad Request
Request Header Or Cookie Too Large
The .AspNetCore.Correlation.xxx and .AspNetCore.OpenIdConnect.Nonce.xxx cookies do not disappear after login.`,
  },
  {
    id: 'nginx-nonce-cookies-over-http',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/dotnet/aspnetcore/issues/43041',
    input: 'OpenIdConnect Nonce and Correlation cookies cause "Nginx Request Header Or Cookie Too Large" over http',
  },
  {
    id: 'nginx-oidc-client-cookies',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/zazuko/cube-creator/issues/236',
    input: `When I log in I sometimes get
400 Bad Request
Request Header Or Cookie Too Large
Reason seems to be a long list of oidc:... cookies.`,
  },
  {
    id: 'iis-nonce-cookies',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/IdentityServer/IdentityServer3/issues/1407',
    input:
      'Do that 20-30 times until there are too many cookies for the domain and the request is being rejected with "Bad Request - Request Too Long"',
  },
  {
    id: 'iis-headers-too-long',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/DuendeArchive/IdentityServer4/issues/5232',
    input: `HTTP 400 Error The size of the request headers is too long.
The cookies hold many AspNetCore.OpenIdConnect.Nonce entries.`,
  },
  {
    id: 'apache-state-cookies',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/OSC/ondemand/issues/814',
    input: `Bad Request

Your browser sent a request that this server could not understand.
Size of a request header field exceeds server limit.

Apache/2.4.25 (Red Hat) Server at apps.shop.example Port 443`,
  },
  {
    id: 'apache-state-cookies-in-the-morning',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/OpenIDC/mod_auth_openidc/issues/236',
    input:
      'The app is left in a tab overnight. In the morning: Bad request. size of request header field exceeds server limit. There are many mod_auth_openidc_state cookies in the browser.',
  },
  {
    id: 'apache-state-cookies-with-a-balancer',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/OpenIDC/mod_auth_openidc/issues/108',
    input:
      "At times I get tons of cookies like mod_auth_openidc_state_1wxkjd. This leads to the user being denied access due to 'Size of request header field exceeds limit'.",
  },
  {
    id: 'oauth2-proxy-csrf-cookies',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/issues/2163',
    input: 'CSRF per requests can lead to 431 Header too large',
  },
  {
    id: 'kubeflow-csrf-cookies',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/deployKF/deployKF/issues/96',
    input: `Request URL: https://kubeflow.example/
Request Method: GET
Status Code: 431 Request Header Fields Too Large
Referrer Policy: no-referrer`,
  },
  {
    id: 'nextjs-auth0-transaction-cookies',
    cause: 'state-cookies-pile-up',
    source: 'https://github.com/auth0/nextjs-auth0/issues/2450',
    input: 'txn cookies are building up and are not deleted: HTTP ERROR 431 Request Header Fields Too Large',
  },
] satisfies readonly DiagnosisCase[]
