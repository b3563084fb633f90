/** A small world for the simulation's own tests: one app, one server of another origin, nothing about any protocol. */
import { type HeaderLine, type HttpResponse, header, html, json, redirect } from '../http/index.ts'
import { createRun, type Run } from './run.ts'
import { directTransport } from './transport.ts'
import type { Choice } from './types.ts'
import { createUserAgent, type Page, type UserAgent, type UserAgentOptions } from './user-agent/index.ts'
import type { Action, Simulation, World } from './world.ts'

/** What a test changes about the world. */
export interface TestWorldOptions {
  /** What the app's page does when it has loaded. */
  readonly load?: (page: Page, simulation: Simulation) => Promise<void>
  readonly actions?: (simulation: Simulation, page: () => Page | undefined, userAgent: UserAgent) => readonly Action[]
  readonly server?: (url: URL, simulation: Simulation, caller: string | undefined) => Promise<HttpResponse>
  readonly gatedSteps?: readonly string[]
  /** What a page of the server's origin does, when it is HTML. */
  readonly loadServer?: (page: Page) => Promise<void>
  readonly thirdPartyCookies?: UserAgentOptions['thirdPartyCookies']
  readonly prefetchesLinks?: boolean
  /** The app's home page. Default: one with a form, a link and a button. */
  readonly home?: string
  /** What the app's pages set besides, by path. */
  readonly appHeaders?: (path: string) => readonly HeaderLine[]
}

/** Home page of the app: a form, a link and a button. */
const HOME = `<!doctype html><html lang="en"><head><title>Home</title></head><body>
<form id="search" method="get" action="/found"><input type="hidden" name="k" value="1"><input type="text" name="q" value=""></form>
<form id="post" method="post" action="https://server.example/login"><input type="text" name="user" value=""></form>
<a href="/next">Next</a><button type="button" data-action="go">Go</button></body></html>`

/** What the app's own server sets at /cookies: one cookie for scripts, one that they must not see. */
const APP_COOKIES: HeaderLine[] = [
  ['set-cookie', 'open=1; Secure'],
  ['set-cookie', 'hidden=1; Secure; HttpOnly'],
]

/** Builds the world. The server answers /redirect, /login (sets a cookie), /open (CORS) and /closed (none), else its visit count. */
function testWorld(options: TestWorldOptions = {}): (simulation: Simulation) => World {
  return (simulation) => {
    let visits = 0
    const app: UserAgentOptions['apps'][string] = {
      actor: 'app',
      load: async (page) => options.load?.(page, simulation),
    }
    const { loadServer, thirdPartyCookies, prefetchesLinks = false, home = HOME, appHeaders = () => [] } = options
    const userAgent = createUserAgent(simulation, {
      actor: 'browser',
      apps: {
        'https://app.example': app,
        ...(loadServer && { 'https://server.example': { actor: 'server', load: loadServer } }),
      },
      ...(thirdPartyCookies && { thirdPartyCookies }),
      prefetchesLinks,
    })
    return {
      actors: [
        { id: 'browser', title: 'Browser', kind: 'browser' },
        { id: 'app', title: 'App', kind: 'app' },
        { id: 'server', title: 'Server', kind: 'server' },
      ],
      origins: {
        'https://app.example': {
          actor: 'app',
          async handle({ url }) {
            const { pathname } = new URL(url)
            return html(200, home, pathname === '/cookies' ? APP_COOKIES : appHeaders(pathname))
          },
        },
        'https://server.example': {
          actor: 'server',
          gatedSteps: options.gatedSteps ?? [],
          async handle(request, caller) {
            visits += 1
            const url = new URL(request.url)
            if (options.server !== undefined) return options.server(url, simulation, caller)
            if (url.pathname === '/redirect') return redirect('https://app.example/landed')
            if (url.pathname === '/login') {
              return redirect('https://app.example/in', [
                ['set-cookie', 'sid=1; Secure; HttpOnly; SameSite=Lax; Path=/'],
              ])
            }
            const allow = url.pathname === '/closed' ? [] : [['access-control-allow-origin', '*'] as const]
            if (request.method === 'OPTIONS') {
              return { status: 204, headers: [...allow, ['access-control-allow-headers', 'x-test']], body: '' }
            }
            return json(200, { visits, cookie: header(request, 'cookie') ?? null, body: request.body }, allow)
          },
        },
      },
      snapshots: { server: () => ({ visits }), browser: userAgent.snapshot },
      actions: options.actions?.(simulation, () => userAgent.page('tab'), userAgent) ?? [],
      userAgent,
      milestones: () => [{ id: 'noon', label: 'Noon and a minute', at: simulation.clock.now() / 1000 + 60 }],
      open: () => userAgent.open('tab', 'https://app.example/'),
    }
  }
}

/** Opens the world and applies choices; `'next'` delivers the first held message. */
export async function play(options: TestWorldOptions, ...choices: readonly (Choice | 'next')[]): Promise<Run> {
  const run = await createRun(testWorld(options), { seed: 'test', transport: directTransport })
  for (const choice of choices) await run.apply(choice === 'next' ? nextDelivery(run) : choice)
  return run
}

/** Delivers until nothing is held. */
export async function playAll(run: Run): Promise<Run> {
  while (run.held().length > 0) await run.apply(nextDelivery(run))
  return run
}

function nextDelivery(run: Run): Choice {
  return { type: 'deliver', gate: run.held()[0]?.gate ?? 'nothing is held' }
}
