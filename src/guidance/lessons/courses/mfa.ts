/** The course on second factors. */
import { countLifecycle } from '../../../scenario-kit/goals.ts'
import { answers, sends, staysQuiet } from '../aftermath.ts'
import { defineCourse } from '../contract.ts'

export default defineCourse({
  id: 'mfa',
  title: 'MFA',
  summary: 'When a second factor is asked for, by whom, and what the tokens say about it.',
  lessons: [
    {
      id: 'one-time-code',
      title: 'A code from the phone',
      scenario: 'mfa-sign-in',
      opening: 'The device is new, so the password alone is not enough.',
      task: 'Sign Ada in with her password and a one-time code from her authenticator.',
      outcome: 'totp',
      hints: [
        'After the password a page asks for a code; the authenticator beside the window shows it.',
        'A code lasts for thirty virtual seconds. Type it in, press Verify, and allow.',
      ],
      predictions: [
        {
          id: 'after-password',
          at: { direction: 'response', path: '/login', method: 'POST' },
          question: 'The password was right, on a device that the server has never seen. Where does the browser go?',
          options: [
            { label: 'To the consent page', holds: sends({ path: '/consent' }) },
            { label: 'To the page of the second factor', holds: sends({ path: '/mfa' }) },
            { label: 'Back to the app', holds: sends({ path: '/callback' }) },
          ],
          because:
            'The policy asks for a second factor on new devices, and there is no code for the app until that has passed.',
        },
      ],
      closing: 'The ID token says how it was done: amr has pwd, otp and mfa.',
      reference: 'RFC 8176 §2',
    },
    {
      id: 'push',
      title: 'A number to compare',
      scenario: 'mfa-sign-in',
      opening: 'A push that takes only a tap gets confirmed by accident. So the person compares a number.',
      task: 'Sign Ada in with a push to her phone.',
      outcome: 'push',
      hints: [
        'On the page of the second factor choose the push, and let its messages arrive.',
        'On the phone, choose the number that the page shows, deliver the phone’s answer, then continue on the page.',
      ],
      predictions: [
        {
          id: 'push-requested',
          at: { direction: 'request', path: '/mfa', method: 'POST', parameters: { method: 'push_send' } },
          question: 'Ada has asked for a push. What does the server do first?',
          options: [
            { label: 'It answers the browser with the next page', holds: answers(303) },
            { label: 'It sends a notification to her phone', holds: sends({ host: 'phone.example' }) },
            { label: 'It refuses: there is no code', holds: answers(400) },
          ],
          because: 'The phone is another channel: whoever has only the browser gets no further.',
        },
      ],
      closing:
        'The phone signs its answer with a key of its own, so the ID token’s amr says swk. A phishing site can still show Ada the right number; a passkey would stop it.',
      reference: 'RFC 8176 §2',
    },
    {
      id: 'trusted-device',
      title: 'Trusted from now on',
      scenario: 'mfa-sign-in',
      opening: 'Nobody likes to type codes every morning.',
      task: 'Sign in with a code and let the server remember the device; then sign in again without a second factor.',
      outcome: 'trusted-device',
      hints: [
        'The page that asks for the code has a box for it.',
        'Tick the box, finish the sign-in, then press the button that signs in again.',
      ],
      predictions: [
        {
          id: 'second-password',
          at: { direction: 'response', path: '/login', method: 'POST', nth: 2 },
          question: 'The second sign-in: the password was right again. Where does the browser go now?',
          options: [
            { label: 'To the page of the second factor', holds: sends({ path: '/mfa' }) },
            { label: 'To the consent page', holds: sends({ path: '/consent' }) },
            { label: 'Back to the app', holds: sends({ path: '/callback' }) },
          ],
          because: 'A cookie names the device that was trusted, and consent was given the first time.',
        },
      ],
      closing: 'The second ID token says pwd alone. An app that needs more has to ask for it.',
      reference: 'OpenID Connect Core §2',
    },
    {
      id: 'step-up',
      title: 'More for what matters',
      scenario: 'step-up',
      opening: 'Looking at photos is one thing, deleting them another.',
      task: 'Sign in with the password alone, show the photos, then delete them.',
      outcome: 'at-the-endpoint',
      hints: [
        'Sign in, allow, and press “Show my photos”; then “Delete my photos”.',
        'The server asks for a one-time code: take it from the authenticator. The app then tries again on its own.',
      ],
      predictions: [
        {
          id: 'challenge-arrives',
          at: { direction: 'response', method: 'DELETE' },
          question: 'The API’s response to the deletion reaches the app. What does the app do?',
          options: [
            { label: 'It refreshes its access token', holds: sends({ path: '/token' }) },
            { label: 'It sends Ada to the server, for a second factor', holds: sends({ path: '/authorize' }) },
            { label: 'It makes no request', holds: staysQuiet },
          ],
          because: 'The challenge says insufficient_user_authentication and names the acr that would do.',
        },
      ],
      closing:
        'The API says how strong a sign-in has to be, the server makes it so, and the app only carries messages.',
      reference: 'RFC 9470 §3',
    },
    {
      id: 'refresh-raises-nothing',
      title: 'A refresh raises nothing',
      scenario: 'step-up',
      opening: 'A new access token is not a new sign-in.',
      task: 'Refresh the access token first, then try to delete the photos, and see whether that was enough.',
      outcome: 'refresh-raises-nothing',
      hints: [
        'Sign in, move the clock to the expiry of the access token, and show the photos: that refreshes.',
        'Then press “Delete my photos” and follow what the API answers.',
      ],
      predictions: [
        {
          id: 'delete-after-refresh',
          at: { direction: 'request', method: 'DELETE' },
          when: (trace) => countLifecycle(trace, 'refresh_token', 'rotated') > 0,
          question: 'The deletion comes with an access token that is seconds old. What does the API answer?',
          options: [
            { label: '200: deleted', holds: answers(200) },
            { label: '403 insufficient_scope', holds: answers(403) },
            { label: '401 insufficient_user_authentication', holds: answers(401) },
          ],
          because: 'acr and auth_time describe the sign-in, and that has not changed.',
        },
      ],
      closing: 'A refresh brings more time, never more strength.',
      reference: 'RFC 9068 §2.2.1',
    },
  ],
})
