/** How tokens and sessions get into the wrong hands. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const leakCauses: readonly Cause[] = [
  {
    id: 'token-in-the-address',
    title: 'A token stood in an address: history, log, Referer',
    codes: [],
    messages: [
      'token leaked',
      'access_token in the browser history',
      'token in the url',
      'token in url',
      'access token in the query',
    ],
    tellApart: 'Search the history, the access logs and the proxies’ logs for access_token=.',
    fix: 'Revoke it, and use the code flow with PKCE: what stands in the address then works once and only with the verifier.',
    runs: [
      { scenario: 'implicit', outcome: 'history' },
      { scenario: 'implicit', outcome: 'query' },
      { scenario: 'implicit', outcome: 'redirected' },
    ],
    evidence: [],
  },
  {
    id: 'token-in-script-storage',
    title: 'A script could read the token or the session: web storage, or a cookie without HttpOnly',
    codes: [],
    messages: [
      'token leaked',
      'localstorage',
      'token in local storage',
      'sessionstorage',
      'session is used from elsewhere',
    ],
    tellApart: 'Requests come from another address with the person’s credential. One injected script is enough.',
    fix: 'Keep tokens out of the page (a BFF with an HttpOnly cookie), or in memory with a short life; add a content security policy.',
    runs: [{ scenario: 'session-cookie', outcome: 'xss-steals-cookie' }],
    evidence: [],
  },
  {
    id: 'refresh-token-stolen',
    title: 'The refresh token was stolen',
    codes: ['invalid_grant', 'refresh_reuse_detected'],
    operations: ['refresh'],
    messages: ['refresh token stolen', 'stolen refresh token'],
    tellApart: 'Two refreshes with one token come from different addresses or devices.',
    traits: { moment: 'later', tabs: 'one', network: 'good', rhythm: 'irregular' },
    fix: 'The family is revoked: sign in again, find the leak, and bind the token to a key (DPoP).',
    runs: [{ scenario: 'refresh-token-theft', outcome: 'thief-first', says: 'The refresh token was used before.' }],
    evidence: [],
  },
  {
    id: 'token-of-another-app',
    title: 'An access token that another app got was brought as a sign-in',
    codes: [],
    messages: [
      'access token was issued to another client',
      'the id token belongs to another access token',
      'did not match the viewing app',
      'verify the application id',
      'verifying the application id',
      'validate application of access token',
      'validate application id of access token',
      'verifying user access token origin',
    ],
    tellApart:
      'Ask the server for which client the token was issued (introspection, tokeninfo, debug_token). Two registrations of your own: web and phone say different client ids. Another one’s: somebody hands in tokens that they got elsewhere.',
    fix: 'Accept the client ids that are yours, and no others. Better take no access token as a sign-in: use the code flow with PKCE, or an ID token with nonce and at_hash (RFC 9700 §4.6).',
    runs: [
      { scenario: 'implicit', outcome: 'injected' },
      { scenario: 'implicit', outcome: 'token-client', says: 'The access token was issued to another client.' },
      { scenario: 'implicit', outcome: 'at-hash', says: 'The ID token belongs to another access token.' },
    ],
    evidence: [
      'baasbox/baasbox#216',
      'sebastiangug/passport-google-token#20',
      'facebook/facebook-sdk-for-unity#551',
      'TheBrainFamily/TheBrain2.0#90',
    ],
  },
  {
    id: 'session-key-planted',
    title: 'The session has the same key before and after the sign-in, so one that was planted counts (fixation)',
    codes: [],
    messages: [
      'session fixation',
      'session identifier not updated',
      'session id is not regenerated',
      'session id not regenerated',
      'session id in url',
      'session id from url',
    ],
    tellApart:
      'Compare the cookie before and after the sign-in. The same value: the key is kept. Then open the app with ?sid= or ;jsessionid= in the address: where a cookie of that value comes back, a link is enough.',
    fix: 'Make a new key at each sign-in. Take keys from cookies alone, and name the cookie __Host-… so that no neighbour in the domain can set it (RFC 6265bis §8.4).',
    runs: [
      { scenario: 'session-fixation', outcome: 'fixed' },
      { scenario: 'session-fixation', outcome: 'fixed-by-link' },
    ],
    evidence: [
      'sdelements/lets-chat#159',
      'tchiotludo/akhq#389',
      'opensrp/opensrp-server-web#1071',
      'denimgroup/threadfix#239',
    ],
  },
]
