/** What every project has, whatever the run: its manifest, its settings, and how a recorded answer is found. */

/** The versions that the project is tried with. */
export const VERSIONS = { '@playwright/test': '1.64.1', msw: '2.15.0' } as const

/** An import of the project's. Written out at the beginning of a line, it would be one of this program's for whoever looks. */
export function importLine(names: string, from: string): string {
  return `import ${names} from '${from}'`
}

/** `package.json`. */
export function packageFile(scenario: string): string {
  const manifest = {
    name: `authlane-${scenario.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}`,
    private: true,
    type: 'module',
    scripts: { test: 'playwright test' },
    devDependencies: VERSIONS,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** `tsconfig.json`, for editors and `tsc`; Playwright itself needs none. */
export const TSCONFIG_FILE = `{
  "compilerOptions": {
    "target": "ES2022",
    "lib": ["ES2022", "DOM", "DOM.Iterable"],
    "module": "ESNext",
    "moduleResolution": "bundler",
    "allowImportingTsExtensions": true,
    "noEmit": true,
    "strict": true,
    "skipLibCheck": true,
    "types": []
  },
  "include": ["src", "tests", "playwright.config.ts"]
}
`

/** `playwright.config.ts`. */
export const CONFIG_FILE = `${importLine('{ defineConfig }', '@playwright/test')}

// The requests are sent from Node: no browser is started.
export default defineConfig({ testDir: 'tests' })
`

/** `src/answers.ts`. */
export const ANSWERS_FILE = `/** Answers requests as the servers of a recorded run did. */
${importLine('type { HttpResponseResolver }', 'msw')}

/** The answer to one request. */
export interface Answer {
  /** The number of the request's arrow in the sequence diagram. */
  step: number
  /** The parameters of its query and its form, and its Authorization header. */
  request: Record<string, string>
  /** \`lost\`: a message did not arrive, and the client sees a network error. */
  response: RecordedResponse | 'lost'
}

/** A response, with a body of JSON or of lines of text, or without one. */
export interface RecordedResponse {
  status: number
  headers: Record<string, string | string[]>
  json?: unknown
  lines?: string[]
}

/**
 * Gives the answer whose request fits best: the one with the most equal parameters. Of several that fit equally, each is
 * given once, in order, and then the last one again. So the second use of a code gets the answer that it got then.
 */
export function answers(recorded: Answer[]): HttpResponseResolver {
  const given = new Set<Answer>()
  return async ({ request }) => {
    const parameters = await parametersOf(request)
    const fit = (answer: Answer) =>
      Object.entries(answer.request).filter(([name, value]) => parameters.get(name) === value).length
    const best = Math.max(...recorded.map(fit))
    const fitting = recorded.filter((answer) => fit(answer) === best)
    const answer = fitting.find((candidate) => !given.has(candidate)) ?? fitting.at(-1)
    if (answer === undefined) return undefined
    given.add(answer)
    return toResponse(answer.response)
  }
}

async function parametersOf(request: Request): Promise<Map<string, string>> {
  const isForm = /^application\\/x-www-form-urlencoded *(?:;|$)/i.test(request.headers.get('content-type') ?? '')
  const form = new URLSearchParams(isForm ? await request.text() : '')
  const parameters = new Map([...new URL(request.url).searchParams, ...form])
  const authorization = request.headers.get('authorization')
  return authorization === null ? parameters : parameters.set('authorization', authorization)
}

function toResponse(recorded: RecordedResponse | 'lost'): Response {
  if (recorded === 'lost') return Response.error()
  const headers = new Headers()
  for (const [name, value] of Object.entries(recorded.headers)) {
    for (const line of [value].flat()) headers.append(name, line)
  }
  const { status, json, lines } = recorded
  const body = json === undefined ? lines?.join('\\n') : JSON.stringify(json)
  // Not MSW's HttpResponse, which would keep the cookies in a jar of its own.
  return new Response(body ?? null, { status, headers })
}
`
