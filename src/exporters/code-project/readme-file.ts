/** `README.md` of the project: how to run it, how to use the handlers elsewhere, and what they cannot do. */
import { importLine } from './scaffold.ts'

interface Introduction {
  readonly title: string
  readonly notice: string
  /** When the run began, epoch milliseconds. */
  readonly start: number
}

/** The file's text. */
export function readmeFile({ title, notice, start }: Introduction): string {
  const time = new Date(start).toISOString()
  return `# ${escapeMarkdown(title)}

_${notice}_

A recorded run as [MSW](https://mswjs.io) handlers, and a [Playwright](https://playwright.dev) test that sends the same
requests and expects the same answers.

\`\`\`sh
npm install
npx playwright test
\`\`\`

No browser is needed: the test sends its requests from Node.

| file | what it is |
|---|---|
| \`src/handlers.ts\` | one handler per endpoint, with everything it answered |
| \`src/answers.ts\` | how the answer to a request is found |
| \`tests/run.spec.ts\` | the run, request by request, in the order the servers saw them |

## With a client of your own

In Node, in any test runner:

\`\`\`ts
${importLine('{ setupServer }', 'msw/node')}
${importLine('{ createHandlers }', './src/handlers.ts')}

const server = setupServer(...createHandlers())
server.listen()
\`\`\`

In a browser, after \`npx msw init public\`:

\`\`\`ts
${importLine('{ setupWorker }', 'msw/browser')}
${importLine('{ createHandlers }', './src/handlers.ts')}

await setupWorker(...createHandlers()).start()
\`\`\`

- A request gets the answer whose recorded request fits best: each answer once, then the last one from then on.
  \`createHandlers()\` starts over.
- Tokens and redirects carry the recorded \`state\`, \`nonce\` and code: a client that checks them has to use these values.
- Tokens are valid from ${time} on. A client that checks their times needs that clock, for example
  \`page.clock.setFixedTime('${time}')\` in Playwright.
- In a browser MSW answers what scripts fetch. It does not load pages, set cookies or check CORS.
`
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!&~]/g, '\\$&')
}
