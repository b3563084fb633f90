/** The parties: two calling services, Service B, the payroll that was never meant to be read, and an attacker inside the network. */
import { base64url } from '../../lib/encoding.ts'
import { ignoreLostMessage } from '../../scenario-kit/client-error.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { namedActors } from '../../scenario-kit/parties/cast.ts'
import { createServiceIssuer, SERVICE_B } from '../../scenario-kit/parties/service-cast.ts'
import { type Action, createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { type CallerConfig, readFromInside, readWithApiKey, readWithToken } from './client.ts'
import type { Settings } from './settings.ts'
import { createThreeDoors, type SharedKey } from './three-doors.ts'

const PAYROLL = 'https://payroll.example'

/** The door and the code of each habit. */
const HABITS = {
  api_key: { read: readWithApiKey, door: '/v1' },
  none: { read: readFromInside, door: '/internal' },
  token: { read: readWithToken, door: '/v2' },
}

const CALLERS = (['service-a', 'service-c'] as const).map((client_id) => ({
  client_id,
  client_secret: `${client_id}-secret`,
  grant_types: ['client_credentials'],
  scope: 'reports:read',
}))

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const habit = settings.habit
  const { read, door } = HABITS[habit]
  const { token_endpoint, jwks_uri } = serverMetadata(settings)
  const auth = createServiceIssuer(simulation, settings, {
    clients: CALLERS,
    policy: { lifetimes: { access_token: settings.access_token_lifetime } },
  })

  let keys = 0
  const key: SharedKey = { current: '' }
  function issueKey(): void {
    if (keys > 0) noteKey('revoked')
    keys += 1
    key.current = base64url(simulation.random(18, 'operator/api_key'))
    noteKey('issued')
  }
  // No expiry: that is the point.
  function noteKey(change: 'issued' | 'revoked'): void {
    simulation.note('service-b', { type: 'lifecycle', artifact: 'api_key', id: `api-key-${keys}`, change })
  }

  const serviceB = createThreeDoors(simulation, {
    actor: 'service-b',
    url: SERVICE_B,
    jwks_uri,
    resource: 'reports',
    data: { reports: ['October: 1,204 orders'] },
    key,
  })
  const payroll = createThreeDoors(simulation, {
    actor: 'payroll',
    url: PAYROLL,
    jwks_uri,
    resource: 'salaries',
    data: { salaries: ['Ada: 9,100 a month'] },
    key,
  })

  const callers = CALLERS.map(({ client_id, client_secret }) => {
    const config = { current: { serviceUrl: SERVICE_B, apiKey: '', token_endpoint, client_id, client_secret } }
    const backend = createBackend(simulation, client_id, () => ({ configuration: { ...config.current } }))
    return { id: client_id, config, backend }
  })
  const deploy = (config: { current: CallerConfig }) => {
    config.current = { ...config.current, apiKey: key.current }
  }

  /** Header lines that the attacker read in a log. */
  let loot: Readonly<Record<string, string>> | undefined = habit === 'none' ? {} : undefined
  const attacker = createBackend(simulation, 'attacker', () => ({ read_in_the_log: loot }))
  const attack = (id: string, label: string, url: string): Action => ({
    id,
    label,
    hint: 'The attacker is inside the network and sends what the log gave away.',
    place: 'stage',
    actor: 'attacker',
    available: () => loot !== undefined && !attacker.isBusy('attack'),
    run: () =>
      attacker.start('attack', async (globals) => {
        await ignoreLostMessage(globals.fetch(url, { headers: { ...loot } }))
      }),
  })

  const usesKey = () => habit === 'api_key'
  const [serviceA] = callers

  return {
    actors: namedActors(settings, {
      'service-a': 'server',
      auth: 'server',
      'service-b': 'server',
      'service-c': 'server',
      attacker: 'attacker',
      payroll: 'server',
    }),
    origins: { [ISSUER]: auth.origin, [SERVICE_B]: serviceB.origin, [PAYROLL]: payroll.origin },
    snapshots: {
      ...Object.fromEntries(callers.map(({ id, backend }) => [id, backend.snapshot])),
      auth: auth.snapshot,
      'service-b': () => ({ ...(usesKey() && { api_key: key.current }), ...Object(serviceB.snapshot()) }),
      payroll: payroll.snapshot,
      attacker: attacker.snapshot,
    },
    // No person takes part, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [
      ...callers.map(
        ({ id, config, backend }): Action => ({
          id: `${id}-calls`,
          label: `${settings[`name_${id}`]} calls`,
          hint: 'Reads the reports of Service B.',
          place: 'stage',
          actor: id,
          available: () => !backend.isBusy('job'),
          run: () =>
            backend.start('job', async (globals) => {
              await ignoreLostMessage(read(globals, config.current))
            }),
        }),
      ),
      {
        id: 'leak-log',
        label: 'Leak Service B’s log',
        hint: 'The access log with its headers is read by somebody who should not: a support ticket, a log service, a backup.',
        place: 'stage',
        actor: 'service-b',
        available: () => habit !== 'none' && serviceB.log.length > 0,
        run() {
          loot = serviceB.log.findLast(({ caller }) => caller !== 'refused')?.credential
        },
      },
      attack('attack-service-b', 'Attacker calls Service B', `${SERVICE_B}${door}/reports`),
      attack('attack-payroll', 'Attacker calls Payroll', `${PAYROLL}${door}/salaries`),
      {
        id: 'rotate-key',
        label: 'Replace the API key',
        hint: 'The only way to lock out a leaked key; it locks out everybody else too.',
        place: 'stage',
        actor: 'service-b',
        available: usesKey,
        run: issueKey,
      },
      {
        id: 'deploy-key',
        label: 'Deploy the new key to Service A',
        hint: 'Service C has other owners and another release day.',
        place: 'stage',
        available: () => usesKey() && serviceA?.config.current.apiKey !== key.current,
        run: () => serviceA && deploy(serviceA.config),
      },
    ],
    open() {
      if (!usesKey()) return
      issueKey()
      for (const { config } of callers) deploy(config)
    },
  }
}
