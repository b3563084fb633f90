/** The course on how tokens end. */
import { answers, sends, staysQuiet } from '../aftermath.ts'
import { defineCourse } from '../contract.ts'

export default defineCourse({
  id: 'lifecycle',
  title: 'Lifecycle',
  summary: 'How tokens end: by time, by revocation, and what an app does about it.',
  lessons: [
    {
      id: 'silent-refresh',
      title: 'Expired, and nobody notices',
      scenario: 'token-lifecycle',
      opening: 'An access token lasts for minutes, a refresh token for much longer.',
      task: 'Make the API refuse the token, then get it accepted again without signing in.',
      outcome: 'silent-refresh',
      hints: [
        'Sign in and load the photos once. What could make a good token bad?',
        'Move the clock to the expiry of the access token: the clock menu is at the foot of the page.',
        'Then load the photos again, and keep stepping until they are there.',
      ],
      predictions: [
        {
          id: 'expired-call',
          at: { direction: 'request', purpose: 'fetch', host: 'api.example', nth: 2 },
          question: 'The app calls the API a second time, with the same access token. What does the API answer?',
          options: [
            { label: '200 with the photos', holds: answers(200) },
            { label: '403 Forbidden', holds: answers(403) },
            { label: '401 Unauthorized', holds: answers(401) },
          ],
          because: 'The token’s exp has passed, so it no longer says anything about who is calling.',
        },
        {
          id: 'after-401',
          at: { direction: 'response', purpose: 'fetch', host: 'api.example', nth: 2 },
          question: 'The second response reaches the app. What does the app do?',
          options: [
            { label: 'It sends its refresh token to the token endpoint', holds: sends({ path: '/token' }) },
            { label: 'It sends Ada to the sign-in page', holds: sends({ path: '/authorize' }) },
            { label: 'It makes no request', holds: staysQuiet },
          ],
          because: 'A 401 says that the token no longer works. The refresh token is there so that Ada need not notice.',
        },
      ],
      closing: 'One 401, one refresh, one more try: Ada saw her photos a moment later, and nothing else.',
      reference: 'RFC 6749 §1.5',
    },
    {
      id: 'forced-sign-in',
      title: 'When only a sign-in helps',
      scenario: 'token-lifecycle',
      opening: 'Refresh tokens expire too.',
      task: 'Let so much time pass that the refresh is refused as well, and still get Ada her photos.',
      outcome: 'refresh-token-expired',
      hints: [
        'Sign in first. Then move the clock further than before.',
        'The clock menu has the expiry of the refresh token. Load the photos after that.',
        'The app goes to the sign-in page on its own: sign in again, then load the photos once more.',
      ],
      predictions: [
        {
          id: 'expired-refresh',
          at: { direction: 'request', path: '/token', parameters: { grant_type: 'refresh_token' } },
          question: 'The app presents its refresh token. What does the server answer?',
          options: [
            { label: '200 with new tokens', holds: answers(200) },
            { label: '400 invalid_grant', holds: answers(400) },
            { label: '401 invalid_client', holds: answers(401) },
          ],
          because: 'The client is who it says it is; the grant has ended. No other try with this token will help.',
        },
      ],
      closing: 'invalid_grant at a refresh means: forget both tokens and start a sign-in. Trying again is a loop.',
      reference: 'RFC 6749 §5.2',
    },
    {
      id: 'revoked-still-works',
      title: 'Revoked, and still good',
      scenario: 'session-revoked',
      opening: 'Support ends Ada’s session. What does an API that checks tokens locally know of that?',
      task: 'Have support end Ada’s session, then ask for the photos once more.',
      outcome: 'local-validation',
      hints: [
        'Ask for the photos, then press “Support: end Ada’s session” beside the window.',
        'Let the revocation arrive, then ask for the photos again, without moving the clock.',
      ],
      predictions: [
        {
          id: 'call-after-revocation',
          at: { direction: 'request', host: 'api.example', nth: 2 },
          question: 'The app calls the API with its old access token. What does the API do?',
          options: [
            { label: 'It asks the authorization server first', holds: sends({ path: '/introspect' }) },
            { label: 'It answers 401', holds: answers(401) },
            { label: 'It answers with the photos', holds: answers(200) },
          ],
          because: 'Signature and exp are as good as before; only another server knows that the token was revoked.',
        },
      ],
      closing: 'With local validation a revocation takes effect when the token expires, so keep lifetimes short.',
      reference: 'RFC 7009 §3',
    },
    {
      id: 'revoked-at-once',
      title: 'Noticed at once',
      scenario: 'session-revoked',
      opening: 'An API that must know at once has to ask.',
      task: 'Change one setting so that the revocation takes effect at the very next call, and show it.',
      outcome: 'introspection',
      hints: [
        'The settings say how the API validates a token.',
        'Choose introspection. Then: photos, revocation, photos again.',
      ],
      predictions: [
        {
          id: 'asks-first',
          at: { direction: 'request', host: 'api.example', nth: 2 },
          question: 'The call after the revocation reaches the API. What does the API do with it first?',
          options: [
            { label: 'It answers 200', holds: answers(200) },
            { label: 'It asks the authorization server about the token', holds: sends({ path: '/introspect' }) },
            { label: 'It answers 401 without asking anybody', holds: answers(401) },
          ],
          because: 'Nothing in the token says that it was revoked; the introspection endpoint does.',
        },
      ],
      closing:
        'It costs a request for each call. That is the price of knowing at once: an API that caches the response pays less and learns later (RFC 7662 §4).',
      reference: 'RFC 7662 §2.2',
    },
    {
      id: 'not-a-matter-of-age',
      title: 'A 403 is not a 401',
      scenario: 'api-token',
      opening: 'A valid token can be too weak for what is asked.',
      task: 'GET /profile is answered with 403. Change what the client asks for, so that it is answered with 200.',
      outcome: 'profile',
      hints: [
        'Try it as it is: get a token, then GET /profile. The challenge names what is missing.',
        'Add scope:profile to the scopes that the client asks for; keep resource:read.',
      ],
      predictions: [
        {
          id: 'scope-checked',
          at: { direction: 'response', path: '/introspect' },
          question: 'The API hears what the token may do. What does it answer to GET /profile?',
          options: [
            { label: '200', holds: answers(200) },
            { label: '401', holds: answers(401) },
            { label: '403', holds: answers(403) },
          ],
          because:
            'The API compares the token’s scope with the one that /profile needs; age has nothing to do with it.',
        },
      ],
      closing: 'A refresh gives the same scope again. Only a new grant gives more.',
      reference: 'RFC 6750 §3.1',
    },
  ],
})
