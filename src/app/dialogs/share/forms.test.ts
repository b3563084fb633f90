import { expect, test } from 'vitest'
import { ACTORS, SIGN_IN } from '../../../projections/example-trace.fixture.ts'
import { createSequence } from '../../../projections/sequence/index.ts'
import { embedSnippet, lengthAdvice, stepsTo, ticketText } from './forms.ts'

test('a title cannot leave the attribute of the snippet', () => {
  const snippet = embedSnippet('https://host.example/?embed=1#1.abc', '"><script>alert(1)</script>')
  expect(snippet).toContain('title="Authlane: &quot;>&lt;script>alert(1)&lt;/script>"')
  expect(snippet).toContain(
    '<a href="https://host.example/#1.abc">Authlane: &quot;>&lt;script>alert(1)&lt;/script></a>',
  )
  expect(snippet).toContain(`origin !== 'https://host.example'`)
})

test('a ticket says what happens, at which step, by which rule, and where to see it', () => {
  const row = { name: 'Step 9: Authorization Server to Frontend App, 400 invalid_grant, error' }
  const failure = {
    actor: 'auth',
    message: 'The code has expired.',
    rule: 'expiry',
    clause: 'RFC 6749 §4.1.2',
    fix: 'Be quick.',
  }
  expect(
    ticketText({
      scenario: 'Authorization Code + PKCE',
      outcome: { title: 'Code expired', description: 'The exchange is refused.' },
      steps: ['Step 1: Open the app.', 'Step 9: The server refuses: the code has expired.'],
      row: row as never,
      failure,
      address: 'https://host.example/#1.abc',
    }),
  ).toBe(`Authorization Code + PKCE: Code expired. The exchange is refused.
How it gets there:
1. Step 1: Open the app.
2. Step 9: The server refuses: the code has expired.
Shown at: Step 9: Authorization Server to Frontend App, 400 invalid_grant, error.
What went wrong: The code has expired.
Rule: expiry (RFC 6749 §4.1.2)
How to fix it: Be quick.
See it happen: https://host.example/#1.abc
`)
})

test('a run gets to a row by the chapters before it', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  const row = sequence.rows.at(-1)
  expect(row && stepsTo(SIGN_IN, sequence, row)).toEqual([
    'Step 1: Sign in.',
    'Step 4: Code for tokens.',
    'Step 5: The app gets an access token and a refresh token.',
  ])
})

test('a ticket leaves out what there is not', () => {
  expect(ticketText({ scenario: 'Logout', address: 'https://host.example/#1.a' })).toBe(
    'Logout\nSee it happen: https://host.example/#1.a\n',
  )
})

test('a link says how long it is, and who would cut it', () => {
  expect(lengthAdvice(243)).toBe(
    '243 characters: short enough for bookmarks and ticket fields (2,000) and chat programs (4,000).',
  )
  expect(lengthAdvice(2001)).toBe(
    '2,001 characters: too long for many bookmarks and ticket fields (2,000). Give the file or the picture instead.',
  )
  expect(lengthAdvice(4001)).toBe(
    '4,001 characters: too long for many bookmarks and ticket fields (2,000) and chat programs (4,000). Give the file or the picture instead.',
  )
})
