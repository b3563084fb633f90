/** The parties: an authorization server with two names and some tenants, Service B that expects one of them, and two callers. */
import { type HttpHandler, type HttpResponse, json } from '../../http/index.ts'
import type { JsonObject } from '../../lib/json.ts'
import type { PrivateJwk } from '../../protocol/keys.ts'
import { ISSUER, type ServerMetadata, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { namedActors } from '../../scenario-kit/parties/cast.ts'
import { ISSUER_KEY } from '../../scenario-kit/parties/issuer-key.ts'
import { createServiceIssuer, SERVICE_B } from '../../scenario-kit/parties/service-cast.ts'
import { type Action, createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { callApi } from './caller.ts'
import { createApi, VerificationError, type Verifier, type VerifierConfig } from './client.ts'
import type { Settings } from './settings.ts'
import { createTenants, issuerOf, LOGIN, TEMPLATE } from './tenants.ts'

/** The name by which the server is reached inside. */
const INTERNAL = 'https://auth.internal.example'
/** The server for tests: its own key, under the same kid. */
const STAGING = 'https://auth.staging.example'
const OUR_TENANT = 'acme'
const OTHER_TENANT = 'globex'

const CLIENTS = {
  'service-a': { client_id: 'service-a', client_secret: 'service-a-secret' },
  attacker: { client_id: 'service-x', client_secret: 'service-x-secret' },
} as const

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const metadata = serverMetadata(settings)
  const policy = { lifetimes: { access_token: settings.access_token_lifetime } }
  const client = (name: keyof typeof CLIENTS) => ({
    ...CLIENTS[name],
    token_endpoint_auth_method: 'client_secret_post' as const,
    grant_types: ['client_credentials'],
  })
  const server = (issuer: string, name: keyof typeof CLIENTS, keys?: readonly PrivateJwk[]) =>
    createServiceIssuer(simulation, settings, {
      ...(issuer !== ISSUER && { beside: { actor: 'auth', issuer } }),
      ...(keys && { keys }),
      clients: [client(name)],
      policy,
    })

  const auth = server(ISSUER, 'service-a')
  const staging = server(STAGING, 'service-a', [{ ...ISSUER_KEY, kid: 'public-fixture-1' }])
  // The same server, asked at its other name: it signs with the same keys.
  const inside = settings.server_name === 'by_host' ? server(INTERNAL, 'service-a') : auth
  const tenants = {
    [OUR_TENANT]: server(issuerOf(OUR_TENANT), 'service-a').origin.handle,
    [OTHER_TENANT]: server(issuerOf(OTHER_TENANT), 'attacker').origin.handle,
  }

  const hasTenants = settings.configured === 'common'
  const tokenEndpointOf = (tenant: string) => (hasTenants ? `${issuerOf(tenant)}/token` : metadata.token_endpoint)

  const api = createBackend(simulation, 'service-b', () => ({ configuration: { ...config } }))
  const verifier: Verifier = { ...api.globals, keys: undefined }
  const config = verifierConfig(settings, metadata)

  const results: Record<string, string> = {}
  function caller(actor: keyof typeof CLIENTS, tenant: string, offer: Pick<Action, 'id' | 'label' | 'hint'>) {
    const backend = createBackend(simulation, actor, () => ({ result: results[actor] ?? 'not called yet' }))
    const action: Action = {
      ...offer,
      place: 'stage',
      actor,
      available: () => !backend.isBusy('call') && (hasTenants || actor === 'service-a'),
      run: () =>
        backend.start('call', async (globals) => {
          const given = { token_endpoint: tokenEndpointOf(tenant), ...CLIENTS[actor], url: `${SERVICE_B}/invoices` }
          results[actor] = await describe(callApi(globals, given))
        }),
    }
    return { snapshot: backend.snapshot, action }
  }

  const serviceA = caller('service-a', settings.asked_tenant, {
    id: 'call',
    label: 'Service A: call Service B',
    hint: 'It asks for its token at the public name, or at its tenant’s.',
  })
  const stranger = caller('attacker', OTHER_TENANT, {
    id: 'call-stranger',
    label: 'Another tenant: call Service B',
    hint: 'A service of another company at the same provider, with a good token of that company.',
  })

  return {
    actors: namedActors(settings, {
      'service-a': 'server',
      auth: 'server',
      'service-b': 'server',
      attacker: 'attacker',
    }),
    origins: {
      [ISSUER]: auth.origin,
      [INTERNAL]: inside.origin,
      [STAGING]: staging.origin,
      [LOGIN]: { actor: 'auth', handle: createTenants(tenants, OUR_TENANT) },
      [SERVICE_B]: { actor: 'service-b', handle: answering(simulation, createApi(verifier, config)) },
    },
    snapshots: {
      'service-a': serviceA.snapshot,
      auth: auth.snapshot,
      'service-b': api.snapshot,
      attacker: stranger.snapshot,
    },
    // No person takes part, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [serviceA.action, stranger.action],
    open: () => undefined,
  }
}

function verifierConfig(settings: Settings, { jwks_uri }: ServerMetadata): VerifierConfig {
  const audience = settings.audience === 'own' ? SERVICE_B : undefined
  const common = { audience, checksIssuer: settings.issuer_check !== 'none' }
  switch (settings.configured) {
    case 'public':
      return { ...common, issuer: ISSUER }
    case 'slash':
      return { ...common, issuer: `${ISSUER}/` }
    case 'internal':
      return { ...common, issuer: INTERNAL }
    case 'staging_keys':
      return { ...common, issuer: ISSUER, jwks_uri: `${STAGING}/jwks.json` }
    case 'unreachable':
      return { ...common, issuer: 'https://auth.internal-old.example' }
    case 'split': {
      const isMoved = settings.server_name === 'fixed'
      const path = isMoved ? jwks_uri.slice(ISSUER.length) : '/jwks.json'
      return { ...common, issuer: ISSUER, jwks_uri: `${INTERNAL}${path}` }
    }
    case 'common': {
      const metadata_url = `${issuerOf('common')}/.well-known/openid-configuration`
      return settings.issuer_check === 'tenants'
        ? { ...common, issuer: TEMPLATE, metadata_url, tenants: [OUR_TENANT] }
        : { ...common, issuer: issuerOf('common'), metadata_url }
    }
    default:
      return settings.configured satisfies never
  }
}

/** Writes an answer for what the API throws, and notes what it has checked. */
function answering({ note }: Simulation, handle: HttpHandler): HttpHandler {
  const clauses = { rule: 'issuer', clause: 'RFC 9068 §4' }
  return async (request): Promise<HttpResponse> => {
    try {
      const response = await handle(request)
      note('service-b', {
        type: 'check',
        ...clauses,
        passed: true,
        message: 'The token verifies, and its issuer was looked at as configured.',
      })
      return response
    } catch (error) {
      if (error instanceof TypeError)
        return json(503, { error: 'temporarily_unavailable', error_description: error.message })
      if (!(error instanceof VerificationError)) throw error
      const { message, sent, expected } = error
      const compared = { ...(sent !== undefined && { sent }), ...(expected !== undefined && { expected }) }
      const description = { error_description: message, ...compared }
      if (error.code === 'metadata_issuer_mismatch') {
        const fix = 'Configure the issuer as the discovery document writes it, to the last character.'
        const rule = { rule: 'metadata_issuer', clause: 'OpenID Connect Discovery §4.3' }
        const told = `The metadata are those of another issuer: ${message}.`
        note('service-b', { type: 'check', ...rule, passed: false, message: told, ...compared, fix })
        return json(500, { error: 'server_error', ...description })
      }
      if (error.code !== 'invalid_issuer') {
        const rule = error.code === 'not_configured' ? 'not_configured' : 'signature'
        const clause = rule === 'signature' ? 'RFC 9068 §4' : 'policy'
        const fix = FIXES[rule]
        note('service-b', { type: 'check', rule, clause, passed: false, message: `${message}.`, ...compared, fix })
        return refused(message, description)
      }
      const fix = 'Configure the issuer as the token has it, or get the token at the name that is configured.'
      const told = `The token is not one that this API takes: ${message}.`
      note('service-b', { type: 'check', ...clauses, passed: false, message: told, ...compared, fix })
      return refused(message, description)
    }
  }
}

const FIXES = {
  not_configured: 'Tell the verifier the audience that this API stands for.',
  signature: 'Take the keys from the jwks_uri of the issuer that the token names.',
} as const

function refused(message: string, description: JsonObject): HttpResponse {
  const challenge = `Bearer error="invalid_token", error_description="${message.replaceAll('"', "'")}"`
  return json(401, { error: 'invalid_token', ...description }, [['www-authenticate', challenge]])
}

/** What came of a call, in one line. */
async function describe(work: Promise<string>): Promise<string> {
  try {
    return await work
  } catch (error) {
    if (error instanceof TypeError) return `network_error: ${error.message}`
    throw error
  }
}
