/** What windows tell one another, and to whom. */
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
]
