import { expect, test } from 'vitest'
import { describePersonChoice, type PersonChoice } from './person.ts'

const ACTIONS = new Map([['call-api', { id: 'call-api', label: 'Call the API', place: 'page' } as const]])
const window = 'tab-a'

test.each<[PersonChoice, string]>([
  [{ type: 'submit', window, form: 'login', fields: { username: 'ada', password: 'hunter2' } }, 'signs in as ada'],
  [{ type: 'submit', window, form: 'consent', fields: { decision: 'approve' } }, 'approves'],
  [{ type: 'submit', window, form: 'consent', fields: { decision: 'deny' } }, 'denies'],
  [{ type: 'submit', window, form: 'mfa', fields: { otp: '123456' } }, 'enters the one-time code'],
  [{ type: 'submit', window, form: 'search', fields: { q: 'secret' } }, 'submits the form search'],
  [{ type: 'follow', window, href: '/start?code=abc' }, 'follows the link /start'],
  [{ type: 'visit', window, url: 'https://app.example/callback?code=abc#token' }, 'opens https://app.example/callback'],
  [{ type: 'browse', window, command: 'back' }, 'goes back'],
  [{ type: 'browse', window, command: 'forward' }, 'goes forward'],
  [{ type: 'browse', window, command: 'reload' }, 'reloads the page'],
  [{ type: 'act', action: 'call-api' }, 'presses Call the API'],
])('says of %o: “%s”', (choice, words) => {
  expect(describePersonChoice(choice, ACTIONS)).toEqual({ label: words, text: words })
})
