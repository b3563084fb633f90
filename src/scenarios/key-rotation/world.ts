/** The parties: an authorization server whose keys change, Service A with a token, Service B with a copy of the keys, and a stranger. */
import { fixtureKeys } from '../../protocol/fixture-keys.ts'
import type { PrivateJwk } from '../../protocol/index.ts'
import { describeResult, ignoreLostMessage } from '../../scenario-kit/client-error.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { namedActors } from '../../scenario-kit/parties/cast.ts'
import { SECOND_SERVER_KEY } from '../../scenario-kit/parties/second-server-key.ts'
import { createServiceIssuer, createTokenGuardedService, SERVICE_B } from '../../scenario-kit/parties/service-cast.ts'
import { type Action, createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { sendInventedKeyIds } from './attacker.ts'
import { readInvoices, ServiceError, type TokenCache } from './client.ts'
import type { Settings } from './settings.ts'

const SERVICE_A = { client_id: 'service-a', client_secret: 'service-a-secret' }

/** How many tokens the stranger makes up. */
const INVENTED = 5

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const { token_endpoint, jwks_uri } = serverMetadata(settings)
  const nextKey: PrivateJwk = { ...SECOND_SERVER_KEY, alg: settings.new_algorithm }

  /** The first one signs, all of them are published. */
  const keys: PrivateJwk[] = [...fixtureKeys]
  const setKeys = (...next: readonly PrivateJwk[]): void => {
    keys.splice(0, keys.length, ...next)
  }
  const hasNewKey = () => keys.includes(nextKey)
  const hasOldKey = () => fixtureKeys.some((key) => keys.includes(key))
  const signsWithNewKey = () => keys[0] === nextKey

  const auth = createServiceIssuer(simulation, settings, {
    clients: [{ ...SERVICE_A, grant_types: ['client_credentials'], scope: 'invoices:read' }],
    policy: { lifetimes: { access_token: settings.access_token_lifetime } },
    keys,
  })
  const serviceB = createTokenGuardedService(simulation, 'service-b', {
    jwks_uri,
    resource: SERVICE_B,
    keySet: {
      jwks_refetch: settings.refetches,
      jwks_cooldown: settings.cooldown,
      jwks_max_age: settings.max_age,
    },
    routes: [{ method: 'GET', path: '/invoices', scope: 'invoices:read', respond: () => ({ invoices: ['2026-117'] }) }],
  })

  const cache: TokenCache = { token: undefined }
  let result = 'not called yet'
  const serviceA = createBackend(simulation, 'service-a', () => ({ token: cache.token && { ...cache.token }, result }))
  const attacker = createBackend(simulation, 'attacker', () => ({}))
  const isIdle = () => !serviceA.isBusy('call') && !attacker.isBusy('flood')

  const operate = (action: Pick<Action, 'id' | 'label' | 'hint' | 'available' | 'run'>): Action => ({
    ...action,
    place: 'stage',
    actor: 'auth',
    available: () => isIdle() && action.available(),
  })

  return {
    actors: namedActors(settings, {
      'service-a': 'server',
      auth: 'server',
      'service-b': 'server',
      attacker: 'attacker',
    }),
    origins: { [ISSUER]: auth.origin, [SERVICE_B]: serviceB.origin },
    snapshots: {
      'service-a': serviceA.snapshot,
      auth: auth.snapshot,
      'service-b': serviceB.snapshot,
      attacker: attacker.snapshot,
    },
    // No person takes part, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [
      {
        id: 'call',
        label: 'Service A: call Service B',
        hint: 'With the token that it has, or a new one.',
        place: 'stage',
        available: isIdle,
        run: () =>
          serviceA.start('call', async (globals) => {
            const config = { token_endpoint, ...SERVICE_A, serviceUrl: SERVICE_B }
            result = await describeResult(readInvoices(globals, config, cache), ServiceError)
          }),
      },
      {
        id: 'restart-service',
        label: 'Restart Service A',
        hint: 'Its memory is empty then, so that it asks for a new token.',
        place: 'stage',
        actor: 'service-a',
        available: () => isIdle() && cache.token !== undefined,
        run() {
          cache.token = undefined
        },
      },
      operate({
        id: 'publish',
        label: 'Publish the next key',
        hint: 'It stands beside the old one, and signs nothing yet.',
        available: () => !hasNewKey(),
        run: () => setKeys(...fixtureKeys, nextKey),
      }),
      operate({
        id: 'switch',
        label: 'Sign with the new key',
        hint: 'Both keys are published from now on.',
        available: () => !signsWithNewKey(),
        run: () => setKeys(nextKey, ...fixtureKeys),
      }),
      operate({
        id: 'remove',
        label: 'Remove the old key',
        hint: 'What it has signed can be verified by nobody who fetches the keys anew.',
        available: () => signsWithNewKey() && hasOldKey(),
        run: () => setKeys(nextKey),
      }),
      operate({
        id: 'restart-issuer',
        label: 'Restart the authorization server, with its keys in memory',
        hint: 'It makes a new key as it starts. The old one is gone.',
        available: hasOldKey,
        run: () => setKeys(nextKey),
      }),
      {
        id: 'flood',
        label: `Send ${INVENTED} tokens with invented key ids`,
        hint: 'A stranger makes them up. None is accepted.',
        place: 'stage',
        actor: 'attacker',
        available: isIdle,
        run: () =>
          attacker.start('flood', async (globals) => {
            const forgery = { issuer: ISSUER, audience: SERVICE_B, url: `${SERVICE_B}/invoices` }
            await ignoreLostMessage(sendInventedKeyIds(globals, forgery, INVENTED))
          }),
      },
    ],
    open: () => undefined,
  }
}
