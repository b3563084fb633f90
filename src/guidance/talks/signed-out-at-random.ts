/** Twenty minutes on why people are signed out at random, for a team that has the bug. */
import type { Talk } from './contract.ts'

/** About two and a half minutes a run. */
export const signedOutAtRandom: Talk = {
  id: 'signed-out-at-random',
  title: 'Why are people signed out at random? 20 minutes',
  items: [
    {
      title: 'A page that signs its own user out',
      note: 'Ada has left the page open and the access token has expired. One press makes two calls, and both are refused: step 5 (401 invalid_token) and step 6 (401 invalid_token). So far all is well. Now each call refreshes by itself, at step 7 (POST /token) and at step 8 (POST /token), with the same refresh token. Stop before step 8 and take the answers of the room. Then step 10 (400 invalid_grant): nobody attacked anything, and Ada is signed out. The photos of step 12 (200 OK) hide it until the next expiry.',
      scenario: 'parallel-401-race',
      outcome: 'each-refreshes',
      asks: 'races/parallel-401s/second-refresh',
    },
    {
      title: 'The same page, fixed with one variable',
      note: 'The same two calls, refused at step 5 (401 invalid_token) and step 6 (401 invalid_token). The first one refreshes at step 7 (POST /token); the second one waits for it. Both are sent again and answered, step 11 (200 OK) and step 12 (200 OK). All it takes is one variable that holds the refresh that is under way.',
      scenario: 'parallel-401-race',
      outcome: 'single-flight',
    },
    {
      title: 'Two tabs: one variable is not enough',
      note: 'Ask who has two tabs of one app open right now. Tabs share storage and no variables. Both are refused, and both refresh: step 8 (POST /token) and step 9 (POST /token). Stop before step 9 and ask the room again. Step 11 (400 invalid_grant) revokes the whole family, so the first tab is signed out as well, at its next refresh. A laptop that wakes up does exactly this with every tab.',
      scenario: 'two-tabs-race',
      outcome: 'strict',
      asks: 'races/two-tabs/second-tab',
    },
    {
      title: 'Two tabs that take turns',
      note: 'The browser has a lock for all tabs of an origin. The first tab refreshes inside it, at step 8 (POST /token). The second one waits, looks again, finds new tokens, and calls with them at step 11 (GET /photos). There is one refresh in the whole run. Ask for the lock, look again, and refresh only if you must.',
      scenario: 'two-tabs-race',
      outcome: 'web-locks',
    },
    {
      title: 'The train goes into a tunnel',
      note: 'One tab, one refresh, and still signed out. The server rotates at step 5 (POST /token), and its answer is lost: step 6 (200 OK) never arrives. The app can only try again with the token that it has, at step 7 (POST /token). To the server that is a second use: step 8 (400 invalid_grant). No code in the app avoids this by itself.',
      scenario: 'lost-response',
      outcome: 'strict',
    },
    {
      title: 'What a reuse window buys, and what it costs',
      note: 'The same tunnel, with a server that takes a second use within half a minute for a retry. Step 6 (200 OK) is lost as before, and step 8 (200 OK) gives out the tokens again. No specification has this window; it is a policy of vendors. It lets a thief in for as long as it lasts: that is the next run.',
      scenario: 'lost-response',
      outcome: 'reuse-window',
    },
    {
      title: 'Why the server is so strict: a thief',
      note: 'Somebody has a copy of the refresh token, and uses it first: step 6 (POST /token), step 7 (200 OK). Ada notices nothing. Then her own app refreshes at step 15 (POST /token) and gets step 16 (400 invalid_grant), the very answer of the first run. But now the family is revoked, and the thief is out at step 19 (400 invalid_grant). The server cannot tell a clumsy app from a thief. That is why the app must not be clumsy.',
      scenario: 'refresh-token-theft',
      outcome: 'thief-first',
    },
    {
      title: 'Not at random at all: the end of the refresh token',
      note: 'The last one is no bug. A day later the refresh token has reached its end: step 27 (400 invalid_grant). The code is the same as in every run before, and only the time tells them apart. The app does what it should: it sends Ada to the sign-in at step 28 (GET /authorize) and goes on where she was, step 39 (200 OK). To take along: one refresh at a time, a lock between tabs, and a new sign-in where the server says no.',
      scenario: 'token-lifecycle',
      outcome: 'refresh-token-expired',
      from: 17,
    },
  ],
}
