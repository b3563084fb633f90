/** The course on signing in. */
import { answers, hasRewritten, refuses, sends, staysQuiet } from '../aftermath.ts'
import { defineCourse } from '../contract.ts'

export default defineCourse({
  id: 'sign-in',
  title: 'Sign in',
  summary: 'From the first redirect to the first call, and what keeps others out on the way.',
  lessons: [
    {
      id: 'first-sign-in',
      title: 'A first sign-in',
      scenario: 'authorization-code-pkce',
      opening: 'An app never sees the password: it sends Ada to the authorization server and gets a code back.',
      task: 'Sign Ada in, allow the app to see her photos, and let it call the API.',
      outcome: 'happy',
      hints: [
        'Step forward until it is your turn; then act in the browser window on the stage.',
        'The sign-in page has Ada’s name and password filled in. Press Sign in, then Allow, then Call the API.',
      ],
      predictions: [
        {
          id: 'code-arrives',
          at: { direction: 'response', path: '/callback' },
          question: 'The callback page loads with the code in its address. What does the app do next?',
          options: [
            { label: 'It calls the API with the code', holds: sends({ host: 'api.example' }) },
            { label: 'It sends the code and its verifier to the token endpoint', holds: sends({ path: '/token' }) },
            { label: 'Nothing: the sign-in is over', holds: staysQuiet },
          ],
          because: 'A code opens nothing; it can be exchanged for tokens, once, at the token endpoint.',
        },
        {
          id: 'token-checked',
          at: { direction: 'request', purpose: 'fetch', host: 'api.example' },
          question: 'The API has never seen a token of this server. What does it do first?',
          options: [
            { label: 'It answers with the photos', holds: answers(200) },
            { label: 'It fetches the server’s public keys', holds: sends({ path: '/jwks.json' }) },
            { label: 'It asks the server about the token', holds: sends({ path: '/introspect' }) },
          ],
          because: 'The token is a signed JWT: with the keys the API can check it locally, now and from then on.',
        },
      ],
      closing:
        'The code was in an address, where others may see it. The tokens never were: they came in the response to the app’s own request.',
      reference: 'RFC 6749 §4.1',
    },
    {
      id: 'proof-of-possession',
      title: 'A code without its verifier',
      scenario: 'authorization-code-pkce',
      opening:
        'PKCE ties the code to the app that asked for it: a hash goes ahead, and the secret behind it comes later.',
      task: 'Change the code_verifier of the token request on its way, and see what the server makes of it.',
      outcome: 'pkce-mismatch',
      hints: [
        'Sign in until POST /token waits under “On the wire”.',
        'Press Edit beside it, put something else into code_verifier, apply, and step.',
      ],
      predictions: [
        {
          id: 'wrong-verifier',
          at: { direction: 'request', path: '/token', method: 'POST' },
          when: hasRewritten,
          question: 'The verifier is not the one that was hashed. What does the server answer?',
          options: [
            { label: '200 with tokens: the code is genuine', holds: answers(200) },
            { label: '401: the app has to prove who it is', holds: answers(401) },
            { label: '400 invalid_grant: the code is refused', holds: answers(400) },
          ],
          because:
            'The server hashes the verifier and compares it with the challenge that came with the authorization request.',
        },
      ],
      closing: 'Whoever copies a code from an address bar or a log lacks the verifier, and gets nothing for it.',
      reference: 'RFC 7636 §4.6',
    },
    {
      id: 'forged-answer',
      title: 'A response that nobody asked for',
      scenario: 'authorization-code-pkce',
      opening: 'A callback is an ordinary address: anybody can make Ada’s browser open it.',
      task: 'While Ada’s sign-in is under way, open an attacker’s link, and see whether the app takes its code.',
      outcome: 'state-mismatch',
      hints: [
        'Start a sign-in and let the sign-in page load.',
        'Beside the browser window there is a button “Open an attacker’s link”.',
      ],
      predictions: [
        {
          id: 'forged-callback',
          at: { direction: 'response', path: '/callback' },
          question:
            'The callback page loads with the attacker’s code and a state that was made up. What does the app do?',
          options: [
            { label: 'It redeems the code', holds: sends({ path: '/token' }) },
            { label: 'It refuses, because of the state', holds: refuses('state') },
            { label: 'It starts the sign-in again', holds: sends({ path: '/authorize' }) },
          ],
          because: 'The app compares the state with the one that it kept, before it does anything with the code.',
        },
      ],
      closing:
        'PKCE and the nonce would have stopped it too, only later. Without all three Ada would be signed in to the attacker’s account, and put her photos there.',
      reference: 'RFC 9700 §4.7.1',
    },
    {
      id: 'no-token-in-the-browser',
      title: 'No token in the browser',
      scenario: 'session-cookie',
      opening: 'A backend for the frontend keeps the tokens; the browser only has a session cookie.',
      task: 'Sign Ada in and show her photos, and check whether a token ever reaches the browser.',
      outcome: 'happy',
      hints: ['Sign in and allow, as before. Then press the button that loads the photos on the app’s page.'],
      predictions: [
        {
          id: 'photos-through-backend',
          at: { direction: 'request', path: '/api/photos' },
          question: 'The page’s script asks the backend for the photos. It has no token. What happens?',
          options: [
            { label: 'The backend calls the API with the token it keeps', holds: sends({ host: 'api.example' }) },
            { label: 'The backend answers 401', holds: answers(401) },
            { label: 'The backend answers with the token', holds: answers(200) },
          ],
          because: 'The cookie names a session, the session has the token, and the backend puts it into its own call.',
        },
      ],
      closing: 'A script that gets into the page can still use the session, but it finds no token to take with it.',
      reference: 'RFC 10017 §6.1',
    },
    {
      id: 'signing-out',
      title: 'Signing out for real',
      scenario: 'logout',
      settings: { ends: 'app' },
      opening: 'There are two sessions: one at the app and one at the authorization server.',
      task: '“Sign out” ends only the app’s session, so the next sign-in asks nothing. Change a setting so that Ada is asked again.',
      outcome: 'both-sessions',
      hints: [
        'Try it as it is first: sign in, sign out, sign in again.',
        'The setting is what “Sign out” ends.',
        'Choose “The app’s and the provider’s session”, then sign in, sign out, and press Sign in once more.',
      ],
      predictions: [
        {
          id: 'second-sign-in',
          at: { direction: 'request', path: '/authorize', nth: 2 },
          question: 'Ada has signed out of the app and presses Sign in. What does the authorization server do?',
          options: [
            { label: 'It shows its sign-in page', holds: answers(200) },
            { label: 'It sends her straight back, with a code', holds: answers(303) },
            { label: 'It refuses', holds: answers(400) },
          ],
          because: 'What decides is its own session: while that lives it need not ask, and once it has ended it must.',
        },
      ],
      closing: 'On a shared computer the difference matters: signed out of the app is not signed out.',
      reference: 'OpenID Connect RP-Initiated Logout §2',
    },
  ],
})
