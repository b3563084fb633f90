/** The parties: Ada’s app, the API that checks its tokens, the authorization server, and an attacker who is a client there as well. */
import type { JSONWebKeySet } from 'jose'
import { type HttpHandler, type HttpResponse, json } from '../../http/index.ts'
import { ISSUER, serverMetadata } from '../../scenario-kit/endpoints.ts'
import { watchExpiries } from '../../scenario-kit/environment.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { ADA, ADA_SUB, API, namedActors } from '../../scenario-kit/parties/cast.ts'
import { ISSUER_KEY } from '../../scenario-kit/parties/issuer-key.ts'
import { signInBeforehand } from '../../scenario-kit/parties/prelude.ts'
import { createServiceIssuer } from '../../scenario-kit/parties/service-cast.ts'
import { type Action, createUserAgent, type Simulation, type World } from '../../simulation/index.ts'
import { FRAMES, type Received, type Target, tryWay, type WAYS } from './attacker.ts'
import { type ApiConfig, type Check, KEY_FOLDER, TokenError, whoCalls } from './client.ts'
import type { Settings } from './settings.ts'

const PHOTO_APP = {
  client_id: 'photo-app',
  client_secret: 'photo-app-secret',
  token_endpoint_auth_method: 'client_secret_post',
  redirect_uris: ['https://app.example/callback'],
  scope: 'photos:read',
} as const

const FRAME_SHOP = {
  client_id: 'free-frames',
  client_secret: 'free-frames-secret',
  token_endpoint_auth_method: 'client_secret_post',
  redirect_uris: [`${FRAMES}/callback`],
  scope: 'openid frames:order',
} as const

/** A client of the attacker’s whose identifier is what the server calls Ada. */
const NAMESAKE = {
  client_id: ADA_SUB,
  client_secret: 'namesake-secret',
  grant_types: ['client_credentials'],
  scope: 'photos:read',
} as const

const ROBOTS = '/robots.txt'

/** The files of the API’s server, by path. */
const FILES: Readonly<Record<string, string>> = {
  [`${KEY_FOLDER}night-job`]: 'night-job-secret',
  [`/srv/public${ROBOTS}`]: 'User-agent: *\nDisallow: /photos\n',
}

const CLAUSES: Readonly<Record<Check, string>> = {
  token_present: 'RFC 6750 §3.1',
  algorithm: 'RFC 8725 §3.1',
  typ: 'RFC 9068 §4',
  signing_key: 'RFC 8725 §3.10',
  signature: 'RFC 7515 §5.2',
  issuer: 'RFC 9068 §4',
  expiry: 'RFC 9068 §4',
  audience: 'RFC 9068 §4',
  person: 'RFC 9700 §4.15',
}

/** Builds the parties as the settings say. */
export function world(given: Simulation, settings: Settings): World {
  const { simulation, milestones } = watchExpiries(given)
  const metadata = serverMetadata(settings)
  const auth = createServiceIssuer(simulation, settings, {
    clients: [PHOTO_APP, FRAME_SHOP, NAMESAKE],
    users: [{ ...ADA, sub: ADA_SUB }],
    resources: [API, FRAMES],
    policy: { lifetimes: { access_token: settings.access_token_lifetime } },
  })
  const config: ApiConfig = {
    issuer: ISSUER,
    jwks_uri: metadata.jwks_uri,
    resource: API,
    fixesAlgorithm: settings.fixes_algorithm,
    fixesKeys: settings.fixes_keys,
    checksAudience: settings.checks_audience,
    checksType: settings.checks_type,
    checksPerson: settings.checks_person,
    stripsHeaders: settings.strips_headers,
  }
  const target: Target = {
    jwks_uri: metadata.jwks_uri,
    token_endpoint: metadata.token_endpoint,
    api: API,
    client_id: NAMESAKE.client_id,
    client_secret: NAMESAKE.client_secret,
  }

  let access_token: string | undefined
  let received: Received | undefined
  let answer = 'nothing asked yet'
  let loot: string | undefined
  const app = createBackend(simulation, 'app', () => ({ access_token, answer }))
  const keySets = new Map<string, JSONWebKeySet>()
  const api = createBackend(simulation, 'api', () => ({ keys_from: [...keySets.keys()] }))
  const attacker = createBackend(simulation, 'attacker', () => ({ ...received, photos: loot }))

  function readFile(path: string): string | undefined {
    const file = FILES[path]
    if (file !== undefined) {
      const message = `The key is the text of the file ${path}.`
      simulation.note('api', { type: 'check', rule: 'key_file', clause: 'policy', passed: true, message })
    }
    return file
  }

  function attack(way: keyof typeof WAYS, label: string, hint: string): Action {
    return {
      id: way,
      label: `Attacker: ${label}`,
      hint,
      place: 'stage',
      actor: 'attacker',
      available: () => received !== undefined && !attacker.isBusy('attack'),
      run: () =>
        attacker.start('attack', async (globals) => {
          if (received === undefined) return
          // What is lost on the wire brings nothing.
          loot = await tryWay(globals, { target, received }, way).catch(() => undefined)
        }),
    }
  }

  async function signIn(
    { client_id, client_secret, redirect_uris: [redirect_uri], scope }: typeof PHOTO_APP | typeof FRAME_SHOP,
    resource: string,
  ) {
    const { random } = simulation
    const credentials = { client_secret }
    const { handle } = auth.origin
    return signInBeforehand({ metadata, handle, client_id, redirect_uri, scope, resource, credentials, random })
  }

  return {
    actors: namedActors(settings, { app: 'app', api: 'server', auth: 'server', attacker: 'attacker' }),
    origins: {
      [ISSUER]: auth.origin,
      [API]: {
        actor: 'api',
        handle: guard(simulation, (request) => whoCalls({ ...api.globals, keySets, readFile }, config, request)),
      },
      [FRAMES]: { actor: 'attacker', handle: publishOwnKey },
    },
    snapshots: { app: app.snapshot, api: api.snapshot, auth: auth.snapshot, attacker: attacker.snapshot },
    // Ada has signed in already, so no window is ever opened.
    userAgent: createUserAgent(simulation, { actor: 'browser', apps: {} }),
    milestones,
    actions: [
      {
        id: 'call-api',
        label: 'Show Ada’s photos',
        hint: 'The app calls the API with the token that it got when Ada signed in.',
        place: 'stage',
        actor: 'app',
        available: () => access_token !== undefined && !app.isBusy('call'),
        run: () =>
          app.start('call', async ({ fetch }) => {
            const headers = { authorization: `Bearer ${access_token}` }
            answer = await fetch(`${API}/photos`, { headers }).then(
              (response) => response.text(),
              () => 'no answer',
            )
          }),
      },
      attack('unsigned', 'send a token without a signature', 'It says itself that it has none.'),
      attack(
        'confused',
        'sign with the public key',
        'It is no secret. A library that does what the token says takes it for one.',
      ),
      attack('ownKey', 'sign with a key of their own', 'The token says where that key can be fetched.'),
      attack('keyInToken', 'send the key along', 'The token has it in its header, under the name of the issuer’s.'),
      attack(
        'keyFile',
        'name a file as the key',
        'The name of a key becomes a path, and the path leads to a file that anybody can read.',
      ),
      attack('otherApi', 'send a token for another API', 'Ada’s apps send tokens to the shop as well. They are real.'),
      attack('idToken', 'send an ID token', 'Ada has signed in to the shop. The token says so, and is real.'),
      attack(
        'namedLikeAPerson',
        'use an app that is called like Ada',
        'They could choose its identifier when they registered it. It is the one that the server has for her.',
      ),
      attack(
        'header',
        'say that they are Ada',
        'A proxy in front of the API says in the same way whom it has signed in.',
      ),
    ],
    open: () =>
      app.start('sign-in', async () => {
        access_token = (await signIn(PHOTO_APP, API)).access_token
        const { id_token = '', ...tokens } = await signIn(FRAME_SHOP, FRAMES)
        received = { access_token: tokens.access_token, id_token }
      }),
  }
}

/** The API: photos of whoever calls, or why not. */
function guard(
  { note }: Simulation,
  whoCallsWith: (request: Parameters<HttpHandler>[0]) => Promise<string>,
): HttpHandler {
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === ROBOTS) return publicFile(pathname)
    if (request.method !== 'GET' || pathname !== '/photos') return json(404, {})
    try {
      const sub = await whoCallsWith(request)
      const message = 'Every check that this API makes has passed.'
      note('api', { type: 'check', rule: 'own_checks', clause: 'policy', passed: true, message })
      return json(200, { photos: sub === ADA_SUB ? ['harbour.jpg', 'dunes.jpg'] : [] })
    } catch (error) {
      // What `fetch` throws when the wire fails.
      if (error instanceof TypeError) return json(503, { error: 'temporarily_unavailable' })
      if (!(error instanceof TokenError)) throw error
      const { check: rule, message } = error
      const fix = 'Send an access token that the authorization server has issued for this API.'
      note('api', { type: 'check', rule, clause: CLAUSES[rule], passed: false, message, fix })
      const challenge = rule === 'token_present' ? 'Bearer' : `Bearer error="invalid_token"`
      return json(401, { error: 'invalid_token', error_description: message }, [['www-authenticate', challenge]])
    }
  }
}

/** What anybody may read. */
function publicFile(pathname: string): HttpResponse {
  return { status: 200, headers: [['content-type', 'text/plain']], body: FILES[`/srv/public${pathname}`] ?? '' }
}

/** The attacker’s keys, for whoever looks there. */
const publishOwnKey: HttpHandler = async (request) => {
  const { kid, alg, kty, n, e } = ISSUER_KEY
  return new URL(request.url).pathname === '/keys'
    ? json(200, { keys: [{ kid, alg, kty, n, e, use: 'sig' }] })
    : json(404, {})
}
