/** The course on programs that call each other. */
import { answers, hasChosen, sends, staysQuiet } from '../aftermath.ts'
import { defineCourse } from '../contract.ts'

export default defineCourse({
  id: 'services',
  title: 'Services',
  summary: 'How programs call each other without a person, and what becomes of a credential that leaks.',
  lessons: [
    {
      id: 'in-its-own-name',
      title: 'In its own name',
      scenario: 'client-credentials',
      opening: 'A nightly job has no person who could sign in.',
      task: 'Register Service A, run its job, and see Service B answer.',
      outcome: 'cold',
      hints: ['There are two buttons beside the stage: first register the service, then run the job. Step in between.'],
      predictions: [
        {
          id: 'token-arrives',
          at: { direction: 'response', path: '/token' },
          question: 'The token reaches Service A. What does it do next?',
          options: [
            { label: 'It asks for a refresh token', holds: sends({ path: '/token' }) },
            { label: 'It calls Service B', holds: sends({ host: 'service-b.example' }) },
            { label: 'It waits for somebody’s consent', holds: staysQuiet },
          ],
          because:
            'It can ask for another token at any time with its own secret, so a refresh token would add nothing.',
        },
      ],
      closing: 'The token’s subject is the service itself: nobody’s rights are borrowed.',
      reference: 'RFC 6749 §4.4',
    },
    {
      id: 'cached',
      title: 'One token, many calls',
      scenario: 'client-credentials',
      opening: 'A token lasts for minutes; a token request for each call is a costly habit.',
      task: 'Run the job twice with one token request.',
      outcome: 'cached',
      hints: ['Register, run the job to its end, and run it again without moving the clock.'],
      predictions: [
        {
          id: 'second-call',
          at: { direction: 'request', host: 'service-b.example', nth: 2 },
          question: 'The second call reaches Service B. What does it do?',
          options: [
            { label: 'It fetches the server’s keys again', holds: sends({ path: '/jwks.json' }) },
            { label: 'It asks whether the token was revoked', holds: sends({ path: '/introspect' }) },
            { label: 'It answers at once', holds: answers(200) },
          ],
          because: 'The keys are cached, as the token is, and a JWT carries everything there is to check.',
        },
      ],
      closing: 'Two caches, one at each end, and the authorization server does not hear of the second job.',
      reference: 'RFC 9068 §4',
    },
    {
      id: 'expired-in-transit',
      title: 'Good when it was sent',
      scenario: 'client-credentials',
      settings: { refresh_ahead: 0 },
      opening: 'Between the check at the sender and the check at the receiver, time passes.',
      task: 'Service A renews its token only when it has expired. Let a token expire while it is on its way.',
      outcome: 'expired-in-transit',
      hints: [
        'Run the job once. Then move the clock to a second before the token’s expiry, which is 300 seconds away.',
        'Run the job again and delay GET /invoices on the wire before it arrives.',
      ],
      predictions: [
        {
          id: 'late-arrival',
          at: { direction: 'request', host: 'service-b.example', nth: 2 },
          when: hasChosen('delay'),
          question: 'The delayed call arrives. What does Service B answer?',
          options: [
            { label: '200: it was good when it was sent', holds: answers(200) },
            { label: '401', holds: answers(401) },
            { label: '403', holds: answers(403) },
          ],
          because: 'The receiver’s clock counts, at the moment of its check.',
        },
      ],
      closing:
        'Renew a minute ahead: it costs little, and a call is seldom late. Many APIs also allow some leeway (RFC 7519 §4.1.4); Service B does not.',
      reference: 'RFC 9068 §4',
    },
    {
      id: 'leaked-key',
      title: 'A key that leaks',
      scenario: 'static-api-key',
      opening: 'An API key in a header ends up in logs, and nobody looks there for a year.',
      task: 'Leak Service B’s log and see what the attacker can do a year later.',
      outcome: 'key-leaked',
      hints: [
        'Let both services call, then leak the log.',
        'Move the clock by a year (365 days), then let the attacker try Service B and payroll.',
      ],
      predictions: [
        {
          id: 'old-key',
          at: { direction: 'request', sender: 'attacker', host: 'service-b.example' },
          question: 'The attacker sends the key from the log. What does Service B answer?',
          options: [
            { label: '401: it is too old', holds: answers(401) },
            { label: '403: it is not the attacker’s', holds: answers(403) },
            { label: '200', holds: answers(200) },
          ],
          because: 'The key has no age and no owner: whoever has it may call.',
        },
      ],
      closing: 'The key opened payroll as well. It was never meant to, and nothing in it says so.',
      reference: 'RFC 9700 §2.3',
    },
    {
      id: 'leaked-token',
      title: 'A token that leaks',
      scenario: 'static-api-key',
      opening: 'The same leak, but each service has tokens of its own.',
      task: 'Have the services call each other with access tokens, leak one, and see how far the attacker gets, and for how long.',
      outcome: 'token-leaked',
      hints: [
        'The setting is how services call each other here.',
        'Let Service A call, leak the log, then let the attacker try Service B and payroll at once.',
        'Move the clock to the token’s expiry, attack Service B again, and let Service A call once more.',
      ],
      predictions: [
        {
          id: 'wrong-audience',
          at: { direction: 'request', sender: 'attacker', host: 'payroll.example' },
          question: 'The attacker tries the stolen token at payroll. What does payroll answer?',
          options: [
            { label: '200: the signature is genuine', holds: answers(200) },
            { label: '401', holds: answers(401) },
            { label: '404', holds: answers(404) },
          ],
          because: 'Its aud says Service B; each API accepts only what is meant for it.',
        },
      ],
      closing: 'One API, five minutes: that is what short lifetimes and audiences leave of a leak.',
      reference: 'RFC 9700 §2.3',
    },
  ],
})
