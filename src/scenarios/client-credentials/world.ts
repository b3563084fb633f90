/** The parties: a portal that registers Service A, the authorization server, Service A with its jobs, and Service B. */

import { describeError } from '../../scenario-kit/client-error.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { namedActors } from '../../scenario-kit/parties/cast.ts'
import { createServiceIssuer, createTokenGuardedService, SERVICE_B } from '../../scenario-kit/parties/service-cast.ts'
import type { Simulation, World } from '../../simulation/index.ts'
import { createUserAgent } from '../../simulation/index.ts'
import {
  type ClientConfig,
  type Credentials,
  readInvoices,
  registerClient,
  ServiceError,
  type TokenCache,
} from './client.ts'
import type { Settings } from './settings.ts'

/** Another service of the same server, which nobody calls here. */
const LEDGER = 'https://ledger.example'
const LEDGER_SCOPES = { 'ledger:read': LEDGER }
const INITIAL_ACCESS_TOKEN = 'portal-initial-access-token'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const metadata = serverMetadata(settings)
  const hasResource = settings.resource !== 'none'
  const auth = createServiceIssuer(simulation, settings, {
    scopes: ['invoices:read', 'invoices:write', ...Object.keys(hasResource ? LEDGER_SCOPES : {})],
    ...(hasResource && { resources: [SERVICE_B, LEDGER], scope_resources: LEDGER_SCOPES }),
    registration: { initial_access_token: INITIAL_ACCESS_TOKEN },
    policy: { lifetimes: { access_token: settings.access_token_lifetime } },
  })
  const serviceB = createTokenGuardedService(simulation, 'service-b', {
    jwks_uri: metadata.jwks_uri,
    resource: SERVICE_B,
    routes: [
      {
        method: 'GET',
        path: '/invoices',
        scope: 'invoices:read',
        respond: ({ client_id }) => ({ invoices: ['2026-117', '2026-118'], read_by: client_id }),
      },
    ],
  })

  /** What the portal got and the developer put into Service A's secret store. */
  let credentials: Credentials | undefined
  let registration = 'not registered'
  const cache: TokenCache = { token: undefined, request: undefined }
  /** How the latest run of each job ended. */
  const jobs: Record<string, string> = {}

  const portal = createBackend(simulation, 'portal', () => ({ registration }))
  const serviceA = createBackend(simulation, 'service-a', () => ({
    credentials: credentials && { ...credentials },
    token: cache.token && { ...cache.token },
    jobs: { ...jobs },
  }))
  const jobNames = Array.from({ length: settings.jobs }, (_, index) => `job-${index + 1}`)

  function config(from: Credentials): ClientConfig {
    return {
      ...from,
      ...metadata,
      scope: settings.scope,
      serviceUrl: SERVICE_B,
      refreshAheadSeconds: settings.refresh_ahead,
      singleFlight: settings.single_flight,
      ...(hasResource && { resource: SERVICE_B }),
      sendsJson: settings.body === 'json',
    }
  }

  function runJob(job: string, from: Credentials): void {
    jobs[job] = 'running'
    serviceA.start(job, async (globals) => {
      const decide = (question: string, answer: boolean) => serviceA.decide(question, answer ? 'yes' : 'no')
      jobs[job] = await outcome(readInvoices({ ...globals, decide }, config(from), cache))
    })
  }

  const isIdle = () => !jobNames.some(serviceA.isBusy)
  const refreshDue = () => (cache.token?.expires_at ?? 0) - settings.refresh_ahead

  return {
    actors: namedActors(settings, { portal: 'app', auth: 'server', 'service-a': 'server', 'service-b': 'server' }),
    origins: { [ISSUER]: auth.origin, [SERVICE_B]: serviceB.origin },
    snapshots: {
      portal: portal.snapshot,
      auth: auth.snapshot,
      'service-a': serviceA.snapshot,
      'service-b': serviceB.snapshot,
    },
    // No person takes part, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones: () => [
      ...(refreshDue() * 1000 > simulation.clock.now()
        ? [{ id: 'refresh_due', label: 'The token is due for renewal', at: refreshDue() }]
        : []),
      ...milestones(),
    ],
    actions: [
      {
        id: 'register',
        label: 'Register the service',
        hint: 'In the developer portal: gives Service A its client_id and, once, its client_secret.',
        place: 'stage',
        available: () => credentials === undefined && !portal.isBusy('registration'),
        run: () =>
          portal.start('registration', async (globals) => {
            const scope = settings.registered_scope
            const request = { ...metadata, initial_access_token: INITIAL_ACCESS_TOKEN, scope }
            registration = await outcome(
              registerClient(globals, request).then((issued) => {
                credentials = copied(issued, settings)
              }),
            )
          }),
      },
      {
        id: 'run-job',
        label: 'Run the job',
        hint: 'Service A reads the invoices of Service B. It takes the token from its cache when it can.',
        place: 'stage',
        available: () => credentials !== undefined && isIdle(),
        run: () => credentials && runJob('job-1', credentials),
      },
      {
        id: 'run-jobs',
        label: `Run ${jobNames.length} jobs at once`,
        hint: 'All of them look in the same cache at the same moment.',
        place: 'stage',
        available: () => credentials !== undefined && isIdle(),
        run: () => {
          for (const job of jobNames) if (credentials) runJob(job, credentials)
        },
      },
    ],
    open: () => undefined,
  }
}

/** What the developer pasted: the secret, or most of it. */
function copied(issued: Credentials, settings: Settings): Credentials {
  if (settings.secret === 'exact') return issued
  return { ...issued, client_secret: issued.client_secret.slice(0, -1) }
}

/** How something ended, in one line: `done`, or what was refused and why. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    return describeError(error, ServiceError)
  }
}
