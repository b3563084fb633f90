import { expect, test } from 'vitest'
import { ACTORS, SIGN_IN } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import { stepsTo, ticketHtml, ticketMarkdown, ticketText } from './ticket.ts'

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

const FACTS = {
  scenario: 'Refresh <token>',
  steps: ['Step 1: Sign *in*.'],
  cause: { title: 'The token was used twice.', tellApart: 'It says reuse.', fix: 'Share one refresh.' },
  differences: ['Hosts are those of a simulation.'],
  address: 'https://host.example/r/a/b/#1.abc',
}

test('a ticket says the cause that others know it by, and what does not match', () => {
  expect(ticketText(FACTS)).toBe(`Refresh <token>
How it gets there:
1. Step 1: Sign *in*.
Cause: The token was used twice.
How to tell: It says reuse.
What to do: Share one refresh.
What does not match your system:
- Hosts are those of a simulation.
See it happen: https://host.example/r/a/b/#1.abc
`)
})

test('formatted, nothing in it is markup but what the ticket makes', () => {
  expect(ticketHtml(FACTS, 'data:image/png;base64,AA')).toBe(`<p>Refresh &#60;token&#62;</p>
<p><strong>How it gets there:</strong> </p><ol><li>Step 1: Sign *in*.</li></ol>
<p><strong>Cause:</strong> The token was used twice.</p>
<p><strong>How to tell:</strong> It says reuse.</p>
<p><strong>What to do:</strong> Share one refresh.</p>
<p><strong>What does not match your system:</strong> </p><ul><li>Hosts are those of a simulation.</li></ul>
<p>See it happen: <a href="https://host.example/r/a/b/#1.abc">https://host.example/r/a/b/#1.abc</a></p>
<p><img src="data:image/png;base64,AA" alt="Sequence diagram: Refresh &#60;token&#62;"></p>`)
  const markdown = ticketMarkdown(FACTS, 'sequence.png')
  expect(markdown).toContain('Refresh &lt;token&gt;\n\n**How it gets there:**\n\n1. Step 1: Sign \\*in\\*.\n\n')
  expect(markdown).toContain(
    '<https://host.example/r/a/b/#1.abc>\n\n![Sequence diagram: Refresh &lt;token&gt;](sequence.png)',
  )
})
