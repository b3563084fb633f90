/** The parties: Service A and Service B, each with a clock of its own, and the authorization server, whose clock is right. */
import { describeResult } from '../../scenario-kit/client-error.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { namedActors } from '../../scenario-kit/parties/cast.ts'
import { ISSUER_KEY } from '../../scenario-kit/parties/issuer-key.ts'
import { createServiceIssuer, createTokenGuardedService, SERVICE_B } from '../../scenario-kit/parties/service-cast.ts'
import { createUserAgent, type Simulation, skewedClock, type World } from '../../simulation/index.ts'
import { type ClientConfig, readInvoices, requestToken, ServiceError } from './client.ts'
import type { Settings } from './settings.ts'

const CLIENT_ID = 'service-a'
const SCOPE = 'invoices:read'

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const metadata = serverMetadata(settings)
  const { kty, n, e, kid, alg } = ISSUER_KEY
  const auth = createServiceIssuer(simulation, settings, {
    clients: [
      {
        client_id: CLIENT_ID,
        grant_types: ['client_credentials'],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [{ kty, n, e, kid, alg }] },
        scope: SCOPE,
      },
    ],
    policy: { lifetimes: { access_token: settings.access_token_lifetime } },
  })
  const serviceB = createTokenGuardedService(simulation, 'service-b', {
    jwks_uri: metadata.jwks_uri,
    resource: SERVICE_B,
    routes: [
      { method: 'GET', path: '/invoices', scope: SCOPE, respond: () => ({ invoices: ['2026-117', '2026-118'] }) },
    ],
    leeway: settings.leeway,
    clockAheadSeconds: settings.b_clock,
  })
  const config: ClientConfig = {
    ...metadata,
    client_id: CLIENT_ID,
    key: { ...ISSUER_KEY },
    scope: SCOPE,
    serviceUrl: SERVICE_B,
    assertionSeconds: settings.assertion_lifetime,
    saysNotBefore: settings.says_not_before,
  }

  let token: string | undefined
  let result = 'not run yet'
  const itsOwn = { ...simulation, clock: skewedClock(simulation.clock, settings.a_clock) }
  const serviceA = createBackend(itsOwn, 'service-a', () => ({ access_token: token, result }))
  const isIdle = () => !serviceA.isBusy('job')

  return {
    actors: namedActors(settings, { 'service-a': 'server', auth: 'server', 'service-b': 'server' }),
    origins: { [ISSUER]: auth.origin, [SERVICE_B]: serviceB.origin },
    snapshots: { 'service-a': serviceA.snapshot, auth: auth.snapshot, 'service-b': serviceB.snapshot },
    // No person takes part, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [
      {
        id: 'run-job',
        label: 'Run the job',
        hint: 'Service A gets a token with a signed assertion, and reads the invoices of Service B.',
        place: 'stage',
        available: isIdle,
        run: () =>
          serviceA.start('job', async (globals) => {
            const work = async () => {
              token = await requestToken(globals, config)
              return readInvoices(globals, config, token)
            }
            result = await describeResult(work(), ServiceError)
          }),
      },
      {
        id: 'call-again',
        label: 'Call again with the same token',
        hint: 'Service A does not look at the time and sends the token that it has.',
        place: 'stage',
        available: () => token !== undefined && isIdle(),
        run: () =>
          serviceA.start('job', async (globals) => {
            if (token !== undefined) result = await describeResult(readInvoices(globals, config, token), ServiceError)
          }),
      },
    ],
    open: () => undefined,
  }
}
