/** What people posted about messages between windows, of browsers and of scanners, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'chrome-message-oauth-popup',
    cause: 'message-for-another-origin',
    source: 'https://github.com/oauth-io/oauth-js/issues/17',
    input:
      "Failed to execute 'postMessage' on 'DOMWindow': The target origin provided ('https://id.example') does not match the recipient window's origin ('http://localhost:3000').",
  },
  {
    id: 'chrome-message-login-with-popup',
    cause: 'message-for-another-origin',
    source: 'https://github.com/auth0/auth0-flutter/issues/535',
    input:
      "The login popup goes white, its console says: Failed to execute 'postMessage' on 'DOMWindow': The target origin provided ('http://localhost:3000') does not match the recipient window's origin ('https://id.shop.example').",
  },
  {
    id: 'chrome-message-silent-renew',
    cause: 'message-for-another-origin',
    source: 'https://github.com/DuendeArchive/identity-model-oidc-client-js/issues/385',
    input:
      "automaticSilentRenew: Failed to execute 'postMessage' on 'DOMWindow': The target origin provided ('https://id.example/login') does not match the recipient window's origin ('https://shop.example').",
  },
  {
    id: 'sonar-target-origin',
    cause: 'message-to-anybody',
    source: 'https://github.com/maxprain12/dome/issues/578',
    input: 'Rule: typescript:S2819 Severity: CRITICAL Message: Specify a target origin for this message.',
  },
  {
    id: 'wildcard-token-forwarded',
    cause: 'message-to-anybody',
    source: 'https://github.com/contentful/apps/pull/11292',
    input: 'The OAuth callback popup posts its completion message to the parent window using a wildcard target origin.',
  },
  {
    id: 'wildcard-session-token',
    cause: 'message-to-anybody',
    source: 'https://github.com/arc53/DocsGPT/pull/2464',
    input:
      'sends session_token and user_email to window.opener. The wildcard target origin means any origin that opened the popup will receive these credentials.',
  },
  {
    id: 'codeql-missing-origin-check',
    cause: 'message-from-anybody',
    source: 'https://github.com/kieler/elkjs/issues/342',
    input: 'Missing origin verification in `postMessage` handler (js/missing-origin-check)',
  },
  {
    id: 'snyk-message-validation',
    cause: 'message-from-anybody',
    source: 'https://github.com/nika-begiashvili/libarchivejs/issues/78',
    input:
      '[Low] Insufficient postMessage Validation. Info: The origin of the received message is not checked. This means any site (even malicious) can send message to this window.',
  },
  {
    id: 'listener-login-csrf',
    cause: 'message-from-anybody',
    source: 'https://github.com/xorbitsai/xagent/issues/1603',
    input: "oauth-success postMessage listeners don't verify event.origin or event.source",
  },
  {
    id: 'chrome-frame-silent-refresh-error-page',
    cause: 'page-refuses-frames',
    source: 'https://github.com/manfredsteyer/angular-oauth2-oidc/issues/435',
    input:
      "Refused to display 'https://id.shop.example/home/error?errorId=Q2ZESjg' in a frame because an ancestor violates the following Content Security Policy directive: \"frame-ancestors 'none'\".",
  },
  {
    id: 'chrome-frame-silent-sign-in',
    cause: 'page-refuses-frames',
    source: 'https://github.com/authts/react-oidc-context/issues/888',
    input: `[Report Only] Refused to frame 'https://id.shop.example/' because an ancestor violates the following Content Security Policy directive: "frame-ancestors 'none'".
Refused to display 'https://id.shop.example/' in a frame because it set 'X-Frame-Options' to 'deny'.`,
  },
  {
    id: 'chrome-frame-login',
    cause: 'page-refuses-frames',
    source: 'https://github.com/cloudfoundry/uaa/issues/595',
    input:
      "Refused to display 'https://login.shop.example/login' in a frame because it set 'X-Frame-Options' to 'deny'.",
  },
  {
    id: 'zap-clickjacking',
    cause: 'page-can-be-framed',
    source: 'https://github.com/damienbod/angular-auth-oidc-client/issues/1362',
    input:
      "Warning 1 : Missing Anti-clickjacking Header. The response does not include either Content-Security-Policy with 'frame-ancestors' directive",
  },
  {
    id: 'nessus-clickjacking',
    cause: 'page-can-be-framed',
    source: 'https://github.com/BEXIS2/Core/issues/1853',
    input:
      "Web Application Potentially Vulnerable to Clickjacking. The remote web server does not set an X-Frame-Options response header or a Content-Security-Policy 'frame-ancestors' response header in all content responses.",
  },
  {
    id: 'clickjacking-authorization-endpoint',
    cause: 'page-can-be-framed',
    source: 'https://github.com/leodip/goiabada/issues/38',
    input:
      'The authorization server is missing clickjacking protection as required by RFC 6749 Section 10.13. This allows the authorization endpoint to be embedded in iframes.',
  },
] satisfies readonly DiagnosisCase[]
