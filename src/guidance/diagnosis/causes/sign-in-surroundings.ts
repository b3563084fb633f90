/** What has to be there around a sign-in: an address, a session, a window, a form, a cache. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const signInSurroundingsCauses: readonly Cause[] = [
  {
    id: 'public-address-unknown',
    title: 'The app does not know its public address, or is really called over http',
    codes: ['insecure_transport'],
    messages: ['host must be trusted', 'oauth 2 must utilize https', 'x-forwarded-proto', 'behind nginx'],
    tellApart:
      'A reverse proxy in front, such as nginx, ends TLS or rewrites the host, and the app behind it sees http or an inner name. Without a proxy, the address in the browser is http.',
    fix: 'Let the app believe X-Forwarded-Proto and X-Forwarded-Host of this proxy, or configure its public address. Switch the check off on one’s own machine alone.',
    runs: [
      { scenario: 'behind-a-proxy', outcome: 'not-trusted', says: 'The redirect_uri is not one of those' },
      { scenario: 'behind-a-proxy', outcome: 'host-not-sent', says: 'The redirect_uri is not one of those' },
    ],
    evidence: ['requests/requests-oauthlib#383', 'weibeu/Flask-Discord#3', 'vercel/chatbot#169'],
  },
  {
    id: 'session-not-set-up',
    title: 'The app lacks a session to remember the sign-in in, or the secret that it signs with',
    codes: [],
    messages: ['session support', 'no secret key was set'],
    tellApart:
      'It fails for everybody and at once, before or without a cookie. Often a variable of the environment is empty.',
    fix: 'Put the session middleware in front of the sign-in’s, and give it a secret of its own.',
    runs: [{ scenario: 'web-app-setup', outcome: 'no-session', says: 'session support' }],
    evidence: ['radiasoft/sirepo#2940', 'panva/openid-client#190'],
  },
  {
    id: 'silent-frame-no-answer',
    title:
      'The hidden iframe never came back: the server showed a page in it, or the page that it returns to says nothing',
    codes: [],
    messages: ['iframe timed out', 'frame timed out'],
    tellApart:
      'Open the iframe’s address in a tab of its own: an error page (often an unregistered redirect URI), a form, or the app itself in place of the small page that hands the answer over.',
    fix: 'Register the silent redirect URI, serve a page there that does nothing but hand over the answer, and let the server answer prompt=none by a redirect. Better, refresh with a refresh token.',
    runs: [{ scenario: 'silent-renewal', outcome: 'no-answer', says: 'redirect_uri' }],
    evidence: [
      'DuendeArchive/identity-model-oidc-client-js#709',
      'DuendeArchive/identity-model-oidc-client-js#1088',
      'authts/oidc-client-ts#975',
    ],
  },
  {
    id: 'sign-in-window-closed',
    title: 'The sign-in’s window was closed, or the browser did not open it',
    codes: [],
    messages: [
      'popup closed',
      'popup blocked',
      'popup_blocked',
      'popups are blocked',
      'user cancelled the flow',
      'cancelled flow',
    ],
    tellApart:
      'There is no answer of the server at all, and the popup is really gone. A blocked popup was opened without a click.',
    fix: 'Open the popup in the click itself, or sign in by a redirect; and offer to start again.',
    runs: [
      { scenario: 'popup', outcome: 'closed' },
      { scenario: 'popup', outcome: 'blocked', says: 'opened no window for the sign-in' },
      { scenario: 'popup', outcome: 'closed-unseen' },
    ],
    evidence: [
      'authts/oidc-client-ts#2043',
      'AzureAD/microsoft-authentication-library-for-js#5709',
      'AzureAD/microsoft-authentication-library-for-js#8521',
    ],
  },
  {
    id: 'loopback-on-another-computer',
    title: 'The app runs on another computer than the browser, so its loopback address leads nowhere',
    codes: [],
    messages: [
      'localhost refused to connect',
      '127.0.0.1 refused to connect',
      'connection to the server at localhost',
      'connection to the server at 127.0.0.1',
      'login on a headless server',
    ],
    tellApart:
      'The sign-in itself went well: the address that cannot be opened has a code in it. The command was typed in a remote shell, a container or a virtual machine, and waits there.',
    fix: 'Forward the port before signing in (ssh -L), or use the tool’s sign-in with a code (RFC 8628). Paste the address nowhere but into the tool that you started.',
    runs: [{ scenario: 'native-loopback', outcome: 'remote-shell' }],
    evidence: ['openai/codex#4602', 'openai/codex#2798', 'openai/codex#8835', 'RedPlanetHQ/core#365'],
  },
  {
    id: 'start-form-refused',
    title: 'The app’s own protection refuses the request that starts the sign-in',
    codes: [],
    messages: [
      'attack prevented by omniauth',
      'no route matches [get] "/auth/',
      'not found. authentication passthru',
      'missing csrf token',
      'csrf token missing or incorrect',
    ],
    tellApart:
      'It fails before the browser leaves the app: nothing was sent to the server yet. A link (GET) finds no route (404); a form without the app’s anti-forgery token is refused by name, and so is one with Origin: null, which Referrer-Policy: no-referrer makes. Often it begins with an update.',
    fix: 'Start the sign-in by a form that POSTs with the app’s anti-forgery token. Do not switch the check off: a foreign page could start sign-ins.',
    runs: [{ scenario: 'web-app-setup', outcome: 'started-by-link', says: 'No route matches' }],
    evidence: [
      'omniauth/omniauth#1025',
      'omniauth/omniauth#996',
      'heartcombo/devise#5508',
      'gorails-screencasts/oauth-api-authentication#1',
    ],
  },
  {
    id: 'token-cache-empty',
    title: 'The library has no account or token in its cache: it was emptied, is another one, or nobody signed in',
    codes: [],
    messages: ['no account was found in the token cache', 'no account or login hint was passed'],
    tellApart:
      'The app’s own session is still there, and the cache is in the memory of a process that was restarted or of another instance.',
    fix: 'Keep the cache where all instances see it, and on this error send the person through a sign-in.',
    runs: [{ scenario: 'web-app-setup', outcome: 'cache-emptied', says: 'No account was found in the token cache' }],
    evidence: ['jstedfast/MailKit#1169'],
  },
  {
    id: 'request-uri-not-usable',
    title: 'The request_uri of a pushed request has expired, was used before, or is another client’s',
    codes: ['invalid_request_uri'],
    messages: [
      'invalid_request_uri',
      'request_uri has expired',
      'request_uri was used before',
      'par not found, not issued or used multiple times',
    ],
    tellApart:
      'Reload the sign-in page: if that is enough, it works once. If slow people have it alone, its lifetime covers the sign-in. If all have it, compare client_id at the push and in the address.',
    fix: 'Push again for each sign-in and send the browser at once, with the client_id that pushed. Have the lifetime checked when the browser arrives.',
    runs: [
      { scenario: 'pushed-authorization', outcome: 'used-twice', says: 'The request_uri was used before.' },
      { scenario: 'pushed-authorization', outcome: 'slow-mfa', says: 'request_uri has expired' },
      { scenario: 'pushed-authorization', outcome: 'another-client', says: 'issued to another client' },
    ],
    evidence: ['keycloak/keycloak#51761', 'spring-attic/spring-authorization-server#2043'],
  },
  {
    id: 'logout-token-refused',
    title: 'A logout token is not taken: another algorithm, no event, or neither sub nor sid',
    codes: [],
    messages: ['logout token is not valid', 'invalid logout token', 'logout_token is invalid'],
    tellApart:
      'Decode it: alg as agreed, never none; events with the one member for back-channel logout; sub or sid; no nonce; exp ahead.',
    fix: 'Compare it with OpenID Connect Back-Channel Logout §2.4 and §2.6, and do not send an ID token in its place.',
    runs: [{ scenario: 'back-channel-logout', outcome: 'forgery-refused', says: 'The logout token is not valid' }],
    evidence: [],
  },
]
