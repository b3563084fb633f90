/** What windows tell one another, and which pages may be shown in another one. */
import type { Cause } from '../contract.ts'

/** The one that the browser itself reports first. */
export const windowCauses: readonly Cause[] = [
  {
    id: 'message-for-another-origin',
    title: 'A window posted its message to an origin that the other window does not show',
    codes: [],
    messages: ['does not match the recipient window'],
    tellApart:
      'The console names both origins. The same app under another scheme, port or host: a setting. The server’s own: the other window had not come back yet. A site that you do not know: it opened your popup.',
    fix: 'Name the origin of the page that shall read it, and open the popup from that very origin. Never answer it with *: the browser did right.',
    runs: [{ scenario: 'window-attacks', outcome: 'exact-target' }],
    evidence: ['oauth-io/oauth-js#17', 'auth0/auth0-flutter#535', 'DuendeArchive/identity-model-oidc-client-js#385'],
  },
  {
    id: 'message-to-anybody',
    title: 'The popup of a sign-in posts tokens or a code with * as the target origin',
    codes: ['js/cross-window-information-leak'],
    messages: [
      'specify a target origin for this message',
      'unrestricted target origin',
      'wildcard target origin',
      'wildcard postmessage',
      'with target origin *',
      'targetorigin is *',
    ],
    tellApart: 'Search the callback page for postMessage( with *. Whoever opens its popup gets what it says.',
    fix: 'Name the origin that may read it, location.origin where the page is of the same app (RFC 9700 §4.17.2), and nothing where it is unknown.',
    runs: [{ scenario: 'window-attacks', outcome: 'leaked' }],
    evidence: ['arc53/DocsGPT#2464', 'contentful/apps#11275', 'contentful/apps#11292', 'decolua/9router#998'],
  },
  {
    id: 'message-from-anybody',
    title: 'The page believes a message of a sign-in without looking who has sent it',
    codes: ['js/missing-origin-check'],
    messages: [
      'a window of another site has sent this message',
      'missing origin verification in',
      'no origin check',
      'verify the origin of the received message',
      'origin of the received message is not checked',
      'validate the origin of the message',
      'check event.origin',
      'verify event.origin',
      'validate event.origin',
    ],
    tellApart: 'Look for listeners of message that read event.data before they compare event.origin.',
    fix: 'Compare event.origin, as a whole, with the one origin that may send it, and drop everything else (RFC 9700 §4.17.2).',
    runs: [
      { scenario: 'window-attacks', outcome: 'planted' },
      {
        scenario: 'window-attacks',
        outcome: 'sender-compared',
        says: 'A window of another site has sent this message.',
      },
    ],
    evidence: ['RocketChat/EmbeddedChat#1071', 'xorbitsai/xagent#1603', 'manfredsteyer/angular-oauth2-oidc#1354'],
  },
  {
    id: 'page-refuses-frames',
    title: 'A page of the server was to be shown in a frame, and its headers forbid that',
    codes: [],
    messages: ['in a frame because it set', 'an ancestor violates the following content security policy directive'],
    tellApart:
      'The address in the message says which page it was. An error or sign-in page, when a token is renewed: the server had something to ask or to refuse; open that address in a window of its own. The sign-in itself: somebody has embedded it.',
    fix: 'Mend what the page says: the redirect URI of the frame, or the session that is over. Sign people in in the whole window or in a popup, and leave the headers alone (RFC 9700 §4.16).',
    runs: [
      { scenario: 'silent-renewal', outcome: 'no-answer', says: 'because an ancestor violates' },
      { scenario: 'window-attacks', outcome: 'frame-ancestors' },
      { scenario: 'window-attacks', outcome: 'x-frame-options' },
    ],
    evidence: [
      'manfredsteyer/angular-oauth2-oidc#435',
      'manfredsteyer/angular-oauth2-oidc#784',
      'authts/react-oidc-context#888',
      'pow-auth/pow_assent#196',
      'cloudfoundry/uaa#595',
    ],
  },
  {
    id: 'page-can-be-framed',
    title: 'The pages of the server can be shown in a frame, unseen: clickjacking',
    codes: [],
    messages: [
      'missing anti-clickjacking header',
      'does not protect against clickjacking',
      'potentially vulnerable to clickjacking',
      'missing clickjacking protection',
      'clickjacking vulnerability',
      'x-frame-options missing',
      'x-frame-options header is missing',
      'x-frame-options header is not set',
      'does not set an x-frame-options',
      'frame-ancestors is not defined',
    ],
    tellApart:
      'Look at the headers of the consent page itself, and of the sign-in and error pages. Without frame-ancestors and X-Frame-Options any site may show them. Behind Lax cookies nobody is signed in there.',
    fix: "Send frame-ancestors 'none' with every page of the server, and X-Frame-Options: DENY for old browsers (RFC 9700 §4.16). Redirects are not affected, so prompt=none in a frame goes on working.",
    runs: [{ scenario: 'window-attacks', outcome: 'clickjacked' }],
    evidence: [
      'leodip/goiabada#38',
      'BEXIS2/Core#1853',
      'mitreid-connect/OpenID-Connect-Java-Spring-Server#762',
      'damienbod/angular-auth-oidc-client#1362',
    ],
  },
]
