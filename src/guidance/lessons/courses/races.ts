/** The course on messages that overtake each other. */
import { answers, refuses, sends, staysQuiet } from '../aftermath.ts'
import { defineCourse } from '../contract.ts'

export default defineCourse({
  id: 'races',
  title: 'Races',
  summary: 'Why people are signed out for no reason, and what ends it.',
  lessons: [
    {
      id: 'parallel-401s',
      title: 'Two calls, two refreshes',
      scenario: 'parallel-401-race',
      opening: 'A page loads photos and albums at once, just after the token has expired.',
      task: 'Let both calls be refused, and each one refresh for itself. See who is signed out.',
      outcome: 'each-refreshes',
      hints: [
        'Move the clock to the expiry of the access token before you load the page.',
        'Then step: everything arrives in the order in which it was sent.',
      ],
      predictions: [
        {
          id: 'second-refresh',
          at: { direction: 'request', path: '/token', parameters: { grant_type: 'refresh_token' }, nth: 2 },
          question: 'The second refresh carries the same refresh token as the first. What does the server answer?',
          options: [
            { label: '200: both calls are the same app’s', holds: answers(200) },
            { label: '429: too many requests', holds: answers(429) },
            { label: '400: a replay', holds: answers(400) },
          ],
          because:
            'With rotation a refresh token works once; a second use could be a thief’s, so the whole family is revoked.',
        },
      ],
      closing: 'Nobody attacked anything: the app replayed its own token.',
      reference: 'RFC 9700 §4.14.2',
    },
    {
      id: 'single-flight',
      title: 'One refresh for all',
      scenario: 'parallel-401-race',
      opening: 'The first call that is refused could refresh for everybody.',
      task: 'Change the refresh strategy so that both calls are refused, one refresh is made, and both are answered.',
      outcome: 'single-flight',
      hints: [
        'There is a refresh strategy in the settings.',
        'Choose single flight, let the token expire, and load the page.',
      ],
      predictions: [
        {
          id: 'second-401',
          at: { direction: 'response', purpose: 'fetch', host: 'api.example', nth: 2 },
          question: 'A refresh is under way, and the second 401 arrives. What does that call do?',
          options: [
            { label: 'It waits for the refresh that is under way', holds: staysQuiet },
            { label: 'It sends a refresh of its own', holds: sends({ path: '/token' }) },
            { label: 'It sends Ada to the sign-in page', holds: sends({ path: '/authorize' }) },
          ],
          because: 'All calls share one promise: later ones wait for what the first one began.',
        },
      ],
      closing: 'A variable that holds the running refresh is all it takes, within one tab.',
      reference: 'RFC 9700 §4.14.2',
    },
    {
      id: 'two-tabs',
      title: 'Two tabs, one token',
      scenario: 'two-tabs-race',
      opening: 'Two tabs of one app share what the browser stores for it, and no variables.',
      task: 'Let both tabs refresh with the same token, and see which of them stays signed in.',
      outcome: 'strict',
      hints: [
        'Move the clock to the expiry, then let both tabs call the API before you deliver anything.',
        'Then step: the tabs take turns.',
      ],
      predictions: [
        {
          id: 'second-tab',
          at: { direction: 'request', path: '/token', sender: 'tab-2' },
          question: 'The second tab’s refresh arrives, a moment after the first one’s. What does the server do?',
          options: [
            { label: 'It answers 200 with the same tokens', holds: answers(200) },
            { label: 'It answers 401', holds: answers(401) },
            { label: 'It answers 400 and revokes the family', holds: refuses('refresh_token_replay') },
          ],
          because: 'To the server this is one client that uses a token twice.',
        },
      ],
      closing:
        'The first tab cannot refresh any more either: the whole family is revoked. Only its access token may work until it expires.',
      reference: 'RFC 9700 §4.14.2',
    },
    {
      id: 'web-locks',
      title: 'A lock between tabs',
      scenario: 'two-tabs-race',
      opening: 'Tabs of one origin can take turns: navigator.locks.',
      task: 'Change how the tabs agree, so that one refresh serves both.',
      outcome: 'web-locks',
      hints: ['The settings say how the tabs agree.', 'Choose Web Locks, then do the same as before.'],
      predictions: [
        {
          id: 'waits-for-lock',
          at: { direction: 'response', sender: 'tab-2', host: 'api.example' },
          question: 'The second tab gets its 401 while the first one refreshes. What does it do?',
          options: [
            { label: 'It refreshes too', holds: sends({ path: '/token' }) },
            { label: 'It waits for the lock', holds: staysQuiet },
            { label: 'It repeats its call at once', holds: sends({ host: 'api.example' }) },
          ],
          because:
            'It asks for the lock that the first tab holds. When it gets the lock, it first checks whether there is a new token.',
        },
      ],
      closing: 'Ask for the lock, look again, and refresh only if you must.',
      reference: 'RFC 6749 §6',
    },
    {
      id: 'lost-answer',
      title: 'The response that got lost',
      scenario: 'lost-response',
      opening: 'The server has rotated the token, and the app never heard of it.',
      task: 'Lose the server’s response to the refresh, and still keep Ada signed in. One setting of the server decides.',
      outcome: 'reuse-window',
      hints: [
        'Let the token expire, load the photos, and drop the 200 of POST /token on the wire.',
        'With strict rotation the app’s second try is a replay. The setting is the second use of a refresh token.',
        'Choose the reuse window. It is a vendor’s policy: no specification has it.',
      ],
      predictions: [
        {
          id: 'second-try',
          at: { direction: 'request', path: '/token', parameters: { grant_type: 'refresh_token' }, nth: 2 },
          question: 'The app tries again with the only refresh token that it knows. What does the server answer?',
          options: [
            { label: '400: it was used before', holds: answers(400) },
            { label: '200: it gives out the live tokens again', holds: answers(200) },
            { label: '503: try later', holds: answers(503) },
          ],
          because: 'Within the window a second use counts as a retry. Outside it, or without one, it is a replay.',
        },
      ],
      closing: 'The window lets a thief in as well, for as long as it lasts. It is a trade-off, so make it knowingly.',
      reference: 'RFC 9700 §4.14.2',
    },
  ],
})
