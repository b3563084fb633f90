/** The course on attacks, and on what stops them. */
import { answers, hasChosen, refuses, sends } from '../aftermath.ts'
import { defineCourse } from '../contract.ts'

export default defineCourse({
  id: 'attacks',
  title: 'Attacks',
  summary: 'Steal, replay and forge, and see which rule stops you.',
  lessons: [
    {
      id: 'replayed-code',
      title: 'A code, used twice',
      scenario: 'authorization-code-pkce',
      opening: 'Whatever travels can be copied.',
      task: 'Send the token request twice, and see what the second use costs.',
      outcome: 'code-replayed',
      hints: [
        'Sign in until POST /token waits on the wire.',
        'Press Duplicate beside it, then step until nothing is left.',
      ],
      predictions: [
        {
          id: 'second-use',
          at: { direction: 'request', path: '/token', method: 'POST', nth: 2 },
          when: hasChosen('duplicate'),
          question: 'The copy arrives, with the right code and the right verifier. What does the server do?',
          options: [
            { label: 'It answers with the same tokens', holds: answers(200) },
            {
              label: 'It refuses the copy, and revokes the tokens of the first use',
              holds: refuses('authorization_code_replay'),
            },
            { label: 'It answers 401', holds: answers(401) },
          ],
          because:
            'It cannot know which of the two was the thief, so it revokes what it issued. An API that validates tokens locally accepts the access token until it expires.',
        },
      ],
      closing: 'One use each: that is why a replayed code is noticed at all.',
      reference: 'RFC 6749 §4.1.2',
    },
    {
      id: 'stolen-refresh-token',
      title: 'A thief who is faster',
      scenario: 'refresh-token-theft',
      opening: 'A refresh token is stolen, and the thief uses it first.',
      task: 'Let the thief refresh before the app does, and then the app. See what each has left at the end.',
      outcome: 'thief-first',
      hints: [
        'Load the photos, steal the refresh token, and let the thief refresh and read the photos.',
        'Move the clock to the expiry and load the photos: now the app refreshes.',
        'At the end let the thief refresh once more.',
      ],
      predictions: [
        {
          id: 'app-comes-second',
          at: { direction: 'request', sender: 'app', path: '/token' },
          question: 'The app presents its refresh token, which the thief has already used. What does the server do?',
          options: [
            { label: 'It answers 200: the app is the rightful owner', holds: answers(200) },
            { label: 'It refuses, and revokes the thief’s tokens as well', holds: refuses('refresh_token_replay') },
            { label: 'It answers 401 invalid_client', holds: answers(401) },
          ],
          because: 'The second use gives the theft away, whoever makes it. The whole family is revoked.',
        },
      ],
      closing: 'Rotation does not prevent a theft. It reveals it.',
      reference: 'RFC 9700 §4.14.2',
    },
    {
      id: 'thief-out',
      title: 'Out at once',
      scenario: 'refresh-token-theft',
      opening: 'The family is revoked, but the thief still has an access token.',
      task: 'Change one setting so that the API refuses the thief right after the replay was noticed, without waiting.',
      outcome: 'introspected',
      hints: [
        'The settings say how the API validates a token.',
        'With introspection: load, steal, let the token expire, let the thief refresh, load again, then let the thief read.',
      ],
      predictions: [
        {
          id: 'thief-calls',
          at: { direction: 'request', sender: 'thief', host: 'api.example' },
          when: (trace) => refuses('refresh_token_replay')({ events: trace }),
          question: 'The thief calls the API with an access token that has minutes left. What does the API do?',
          options: [
            { label: 'It answers with the photos', holds: answers(200) },
            { label: 'It asks the authorization server first', holds: sends({ path: '/introspect' }) },
            { label: 'It answers 401 without asking anybody', holds: answers(401) },
          ],
          because: 'Only the authorization server knows that the family was revoked a moment ago.',
        },
      ],
      closing:
        'Short lifetimes limit the damage; introspection ends it, as long as the API does not cache the response.',
      reference: 'RFC 7662 §2.2',
    },
    {
      id: 'forged-order',
      title: 'An order that Ada never made',
      scenario: 'session-cookie',
      settings: { same_site: 'None', requires_header: false },
      opening: 'A browser sends its cookies with a request, whoever caused it.',
      task: 'Sign Ada in, lure her to the attacker’s page, and let its form order something in her name.',
      outcome: 'csrf-works',
      hints: [
        'Sign in first. Then open the attacker’s page by the button beside the window.',
        'Press the button on the attacker’s page, and step.',
      ],
      predictions: [
        {
          id: 'forged-form',
          at: { direction: 'request', path: '/api/orders' },
          question: 'The attacker’s form reaches the backend. What happens?',
          options: [
            { label: 'The backend places the order', holds: sends({ host: 'api.example' }) },
            { label: 'The backend answers 401: there is no cookie', holds: answers(401) },
            { label: 'The backend answers 403: something is missing', holds: answers(403) },
          ],
          because: 'SameSite=None sends the cookie from every site, and nothing else is asked for here.',
        },
      ],
      closing: 'A cookie says whose browser it is, not whose idea it was.',
      reference: 'RFC 10017 §6.1.3.3',
    },
    {
      id: 'forged-order-stopped',
      title: 'Stopped by a header',
      scenario: 'session-cookie',
      settings: { same_site: 'None', requires_header: false },
      opening: 'There are reasons to have SameSite=None. Then something else must protect the session.',
      task: 'Keep SameSite=None, change another setting of the backend, and see the same attack refused.',
      outcome: 'csrf-header',
      hints: [
        'What can a script of the page do that a form of another site cannot?',
        'Require a header on requests that change something; then sign in and attack again.',
      ],
      predictions: [
        {
          id: 'form-without-header',
          at: { direction: 'request', path: '/api/orders' },
          question: 'The attacker’s form reaches the backend, cookie included. What happens?',
          options: [
            { label: 'The backend answers 401', holds: answers(401) },
            { label: 'The backend answers 403', holds: answers(403) },
            { label: 'The backend places the order', holds: sends({ host: 'api.example' }) },
          ],
          because:
            'A form sets no headers, and a script of another site would need a preflight that the backend refuses.',
        },
      ],
      closing:
        'SameSite and the header are two locks on one door; use both. RFC 10017 wants the header on every request, not only on those that change something.',
      reference: 'RFC 10017 §6.1.3.3.2',
    },
  ],
})
