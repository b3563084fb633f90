/** OAuth2 Proxy’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'oauth2-proxy-email',
    input:
      "[2022/07/04 00:43:01] [oauthproxy.go:723] Error redeeming code during OAuth2 callback: email in id_token (kim@home.example) isn't verified",
    cause: 'email-not-verified',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/issues/1712',
  },
  {
    id: 'oauth2-proxy-email-container',
    input:
      "logs-oidc  | [2026/01/01 16:42:42] [oauthproxy.go:898] Error redeeming code during OAuth2 callback: email in id_token (kim@shop.example) isn't verified",
    cause: 'email-not-verified',
    source: 'https://github.com/pocket-id/website/pull/189',
  },
  {
    id: 'oauth2-proxy-csrf',
    input: `172.17.0.1:51671 - b849e58b-fd76-4ba5-a0d7-e977a32bd848 - - [2023/09/05 02:31:30] [AuthFailure] Invalid authentication via OAuth2: unable to obtain CSRF cookie
172.17.0.1:51671 - b849e58b-fd76-4ba5-a0d7-e977a32bd848 - - [2023/09/05 02:31:30] app.example GET - "/oauth2/callback?state=cSfrOoc%3A%2F&code=a9a84ae1" HTTP/1.1 "curl/8.0" 403 2838 0.000`,
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/issues/2216',
  },
  {
    id: 'oauth2-proxy-issuer',
    input:
      '[2020/03/16 16:09:19] [main.go:160] oidc: issuer did not match the issuer returned by provider, expected "https://idcs-4711.identity.example" got "https://identity.example/"',
    cause: 'issuer-differs',
    source: 'https://github.com/coreos/go-oidc/issues/240',
  },
  {
    id: 'oauth2-proxy-html-answer',
    input:
      'Error redeeming code during OAuth2 callback: no access token found <!doctype html><meta charset="utf-8"><meta name=viewport content="width=device-width, initial-scale=1"><title>404</title>',
    cause: 'token-answer-unusable',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/issues/1124',
  },
] satisfies readonly DiagnosisCase[]
