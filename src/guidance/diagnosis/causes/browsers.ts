/** What a browser does by itself: it keeps apart what one page writes from another one, and fetches what nobody has asked for. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const browserCauses: readonly Cause[] = [
  {
    id: 'call-redirected-to-sign-in',
    title: 'The app’s own backend answers a script’s call with a redirect to the sign-in page',
    codes: [],
    messages: [
      '302 instead of 401',
      '302 instead of 401',
      'redirect instead of 401',
      'redirects instead of 401',
      'redirect (http 302) xhr requests',
    ],
    tellApart:
      'The console has “redirected from” with an address of the app itself, and the blocked one is the authorization endpoint. It begins when the session ends, and a reload of the page mends it.',
    traits: { moment: 'later', browser: 'every' },
    fix: 'Answer calls with 401, and have the page navigate to the sign-in. A header or a path tells calls from page loads. No setting of CORS at the authorization server helps: its page is for people.',
    runs: [{ scenario: 'session-cookie', outcome: 'call-redirected', says: 'has been blocked by CORS policy' }],
    evidence: [
      'dotnet/aspnetcore#46305',
      'vert-x3/vertx-web#2591',
      'oauth2-proxy/oauth2-proxy#987',
      'Azure/azure-sdk-for-java#19755',
    ],
  },
  {
    id: 'storage-partitioned',
    title: 'A page on another site keeps the sign-in in its storage, and has another storage in a frame',
    codes: ['missing_initial_state'],
    messages: ['missing initial state', 'sessionstorage is inaccessible', 'storage-partitioned browser environment'],
    tellApart:
      'The sign-in itself works. It fails when the app asks the helper for the result, in Chrome as well, and not where helper and app are on one site.',
    traits: { moment: 'sign-in', browser: 'every' },
    fix: 'Serve the helper from a host of the app’s own site (for Firebase: a custom authDomain, or a proxy for /__/auth), or sign in by a popup or without the helper.',
    runs: [
      {
        scenario: 'silent-renewal',
        outcome: 'missing-state',
        says: 'Unable to process request due to missing initial state',
      },
    ],
    evidence: ['firebase/firebase-js-sdk#8329', 'firebase/firebase-js-sdk#4256'],
  },
  {
    id: 'logout-link-prefetched',
    title: 'The logout is a link, and it was fetched before anybody pressed it',
    codes: [],
    messages: [
      'logout is being prefetched',
      'prefetches api routes',
      'api routes are being prefetched',
      'prefetching the logout',
      'prefetch causing logout',
      'because of link prefetch',
      'prefetches logout',
      'next-router-prefetch: 1',
      'cookies are being cleared without the user',
    ],
    tellApart:
      'The server’s log has a GET of the logout seconds after a page with the link, with Sec-Purpose or Next-Router-Prefetch. It happens in production alone where the framework prefetches only there. One click signs back in without a password.',
    fix: 'Sign out by POST. A link that has to stay is marked as not to be prefetched (prefetch={false} in Next.js), and its route answers prefetches without effect.',
    runs: [{ scenario: 'logout', outcome: 'prefetched' }],
    evidence: [
      'vercel/next.js#38128',
      'kinde-oss/kinde-auth-nextjs#528',
      'dotkom/monoweb#2048',
      'bigcommerce/catalyst#1954',
    ],
  },
  {
    id: 'popup-cut-off',
    title: 'Cross-Origin-Opener-Policy cuts the popup off from the page that opened it',
    codes: [],
    messages: ['no window.opener', 'window.opener is null', 'policy would block the window.'],
    tellApart:
      'The popup is still open when the page calls it closed, or it ends on a page of the app while the page waits. One of the pages has the header: the one that opens the popup, the first one in it, or the callback. Chromium’s “would block” alone proves no cut: a header that only reports, as on Google’s pages, makes it say so while the popup works.',
    traits: { moment: 'sign-in', attempt: 'first' },
    fix: 'same-origin-allow-popups on the page that opens it, and no such header on the server’s pages and on the callback page. Where the headers must stay: a BroadcastChannel on the callback page, or a redirect.',
    runs: [
      { scenario: 'popup', outcome: 'server-cuts', says: 'No window.opener' },
      { scenario: 'popup', outcome: 'waits-for-ever', says: 'No window.opener' },
      { scenario: 'popup', outcome: 'app-cuts', says: 'No window.opener' },
      { scenario: 'popup', outcome: 'callback-cuts', says: 'No window.opener' },
    ],
    evidence: [
      'authts/oidc-client-ts#31',
      'authts/oidc-client-ts#1896',
      'auth0/auth0-spa-js#1418',
      'AzureAD/microsoft-authentication-library-for-js#8282',
      'AzureAD/microsoft-authentication-library-for-js#8269',
    ],
  },
]
