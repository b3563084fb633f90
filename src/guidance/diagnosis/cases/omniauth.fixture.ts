/** OmniAuth’s and Doorkeeper’s reports. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'omniauth-csrf-session',
    input:
      'E, [2017-08-16T16:36:37.530557 #2655] ERROR -- omniauth: (google_oauth2) Authentication failure! csrf_detected: OmniAuth::Strategies::OAuth2::CallbackError, csrf_detected | CSRF detected',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/gather-community/gather/issues/290',
  },
  {
    id: 'omniauth-button-is-a-link',
    cause: 'start-form-refused',
    source: 'https://github.com/gorails-screencasts/oauth-api-authentication/issues/1',
    input: `Started POST "/users/auth/shop" for ::1 at 2023-12-02 12:42:12 -0500
D, [2023-12-02T12:42:12.551262 #25129] DEBUG -- omniauth: (shop) Request phase initiated.
W, [2023-12-02T12:42:12.552267 #25129]  WARN -- omniauth: Attack prevented by OmniAuth::AuthenticityTokenProtection
E, [2023-12-02T12:42:12.552398 #25129] ERROR -- omniauth: (shop) Authentication failure! authenticity_error: OmniAuth::AuthenticityError, Forbidden
Processing by Users::OmniauthCallbacksController#failure as HTML
  Parameters: {"authenticity_token"=>"[FILTERED]"}`,
  },
  {
    id: 'omniauth-after-an-update',
    cause: 'start-form-refused',
    source: 'https://github.com/kevinodotnet/ottwatch/pull/60',
    input: `I, [2023-02-26T14:15:17.268137 #1]  INFO -- : [b1e22074-0000-4000-8000-000000000000] Started POST "/users/auth/shop" for 192.0.2.1 at 2023-02-26 14:15:17 +0000
W, [2023-02-26T14:15:17.269605 #1]  WARN -- omniauth: Attack prevented by OmniAuth::AuthenticityTokenProtection
E, [2023-02-26T14:15:17.269702 #1] ERROR -- omniauth: (shop) Authentication failure! authenticity_error: OmniAuth::AuthenticityError, Forbidden`,
  },
  {
    id: 'omniauth-issuer-slash',
    cause: 'issuer-differs',
    source: 'https://github.com/Freika/dawarich/issues/2925',
    input: `shop_app      | D, [2026-06-11T21:50:44.242024 #122] DEBUG -- omniauth: (openid_connect) Request phase initiated.
shop_app      | E, [2026-06-11T21:50:45.641976 #122] ERROR -- omniauth: (openid_connect) Authentication failure! Issuer mismatch: OpenIDConnect::Discovery::DiscoveryFailed, Issuer mismatch`,
  },
  {
    id: 'omniauth-issuer-path',
    cause: 'issuer-differs',
    source: 'https://github.com/pocket-id/website/pull/285',
    input: `shop_app      | 2026-07-26T20:50:14.652601321Z E, [2026-07-26T20:50:14.652054 #141] ERROR -- omniauth: (openid_connect) Authentication failure! Issuer mismatch: OpenIDConnect::Discovery::DiscoveryFailed, Issuer mismatch
shop_app      | 2026-07-26T20:50:14.662847263Z "method":"POST","path":"/users/auth/openid_connect","format":"html","action":"failure","status":302`,
  },
  {
    id: 'omniauth-session-changed',
    cause: 'state-cookie-not-sent',
    source: 'https://github.com/omniauth/omniauth_openid_connect/issues/196',
    input: "csrf_detected: Invalid 'state' parameter",
  },
] satisfies readonly DiagnosisCase[]
