/** Every scenario runs under every name: what is moved is found, what is called otherwise is still the same actor. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAuthorizationServer } from '../protocol/index.ts'
import {
  matchesMessage,
  type Outcome,
  regionOf,
  type Scenario,
  senderOf,
  settingProblems,
} from '../scenario-kit/contract.ts'
import { endpointPaths, ISSUER, serverMetadata, usualPath } from '../scenario-kit/endpoints.ts'
import { NAME_PRESETS } from '../scenario-kit/name-presets.ts'
import { hasNamesOf, type NamePreset, namesIn } from '../scenario-kit/names.ts'
import { cases, findScenario, scenarios } from '../scenario-kit/played.fixture.ts'
import { playOutcome, startRun } from '../scenario-kit/run.ts'
import { decodeLink, encodeLink } from '../share/index.ts'
import type { Settings } from '../simulation/index.ts'

const keycloak = NAME_PRESETS[0] as NamePreset
const pkce = findScenario('authorization-code-pkce')

/** Runs under the names of a preset, for the tests that look at the same ones. */
const runs = new Map<string, ReturnType<typeof play>>()

function playWith(preset: NamePreset, scenario: Scenario, outcome: Outcome) {
  const key = `${preset.title} ${scenario.id} ${outcome.id}`
  const run = runs.get(key) ?? play(scenario, outcome, preset.values)
  runs.set(key, run)
  return run
}

/** Plays an outcome under other names, and checks that they are what the run says and nothing else has changed. */
async function play(scenario: Scenario, outcome: Outcome, names: Settings) {
  const settings = { ...namesIn(scenario, names), ...outcome.settings }
  expect(settingProblems(scenario, settings)).toEqual([])
  const { recipe, trace } = await playOutcome(scenario, { ...outcome, settings })
  expect(trace.filter(({ type }) => type === 'failed')).toEqual([])
  expect(outcome.goal.reached(trace), outcome.goal.description).toBe(true)
  const messages = trace.flatMap((event) => (event.type === 'held' ? [event.message] : []))
  const moved = endpointPaths(settings)
  for (const message of messages) {
    const url = new URL(message.request.url)
    const usual = usualPath(url, settings)
    if (url.origin === ISSUER) expect(url.pathname).toBe(moved[usual] ?? usual)
    const actors = message.purpose === 'backchannel' ? [senderOf(message)] : [message.from, message.to]
    if (message.purpose === 'navigation' || !actors.includes(scenario.client)) continue
    const fitting = scenario.regions.filter(({ matches }) =>
      matches.some((pattern) => matchesMessage(pattern, message, settings)),
    )
    expect(
      fitting.map(({ region }) => region),
      message.request.url,
    ).toEqual([regionOf(scenario, message, settings)])
  }
  return { recipe, messages }
}

/** Those whose people an authorization server signs in; an app that does so itself has nothing that a preset could name. */
const named = scenarios.filter(({ settings }) => settings.some(({ id }) => id === 'name_auth'))

test('where there is no authorization server, no preset is the one in use', () => {
  const others = scenarios.filter((scenario) => !named.includes(scenario))
  expect(others.length).toBeGreaterThan(0)
  for (const scenario of others) {
    expect(NAME_PRESETS.filter((preset) => hasNamesOf(scenario, {}, preset))).toEqual([])
  }
})

test.each(NAME_PRESETS.flatMap((preset) => named.map((scenario) => ({ preset, scenario }))))(
  '$scenario.id with the names of $preset.title: its first outcome reaches its goal',
  async ({ preset, scenario }) => {
    const { recipe, messages } = await playWith(preset, scenario, scenario.outcomes[0])
    const { actors } = await startRun(scenario, { ...recipe, choices: [] })
    expect(actors.find(({ id }) => id === 'auth')?.title).toBe(preset.values.name_auth)
    // Nothing goes to a usual path from which the preset has moved the endpoint.
    const left = Object.entries(endpointPaths(preset.values)).flatMap(([usual, path]) =>
      usual === path ? [] : [usual],
    )
    const taken = Object.values(endpointPaths(preset.values))
    const paths = messages
      .map(({ request }) => new URL(request.url))
      .flatMap(({ origin, pathname }) => (origin === ISSUER ? [pathname] : []))
    for (const path of left.filter((usual) => !taken.includes(usual))) expect(paths).not.toContain(path)
  },
)

test.each(cases)(
  '$scenario.id / $outcome.id: reaches its goal with the names of Keycloak',
  async ({ scenario, outcome }) => {
    const { recipe } = await playWith(keycloak, scenario, outcome)
    expect(decodeLink(encodeLink({ recipe, cursor: 0 }))).toEqual({ ok: true, shared: { recipe, cursor: 0 } })
  },
)

test.each(NAME_PRESETS)('the discovery document of “$title” has its endpoints (RFC 8414 §2)', async ({ values }) => {
  const { handle } = createAuthorizationServer({
    issuer: ISSUER,
    endpoint_paths: endpointPaths(values),
    registration: { initial_access_token: 'secret' },
    clients: [
      {
        client_id: 'tv',
        client_secret: 'secret',
        grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'urn:openid:params:grant-type:ciba'],
      },
    ],
  })
  const url = `${ISSUER}/.well-known/oauth-authorization-server`
  const { body } = await handle({ method: 'GET', url, headers: [], body: '' })
  expect(JSON.parse(body)).toMatchObject(serverMetadata(values))
})

test('the names of a run are told from its other settings, and from the usual names', () => {
  const names = namesIn(pkce, keycloak.values)
  const settings = { access_token_lifetime: 60, name_app: 'Frontend App', ...names }
  expect(namesIn(pkce, settings)).toEqual(names)
  expect(NAME_PRESETS.filter((preset) => hasNamesOf(pkce, settings, preset))).toEqual([keycloak])
  expect(NAME_PRESETS.filter((preset) => hasNamesOf(pkce, { name_auth: 'Keycloak' }, preset))).toEqual([])
})

const segment = fc.stringMatching(/^[\w.~:@+-]{1,12}$/).filter((text) => !/^\.{1,2}$/.test(text))
const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => `/${segments.join('/')}`)

test('PKCE reaches its goal with any names of somebody’s own, which a link carries', { timeout: 120_000 }, async () => {
  const own = fc.record({
    authorization_endpoint: path,
    token_endpoint: path,
    jwks_uri: path,
    introspection_endpoint: path,
    name_auth: fc.string({ maxLength: 30 }),
  })
  const fitting = own.filter((names) => settingProblems(pkce, names).length === 0)
  await fc.assert(
    fc.asyncProperty(fitting, async (names) => {
      const { recipe, messages } = await play(pkce, pkce.outcomes[0], names)
      expect(messages.some(({ request }) => request.url === `${ISSUER}${names.token_endpoint}`)).toBe(true)
      expect(decodeLink(encodeLink({ recipe, cursor: 0 }))).toEqual({ ok: true, shared: { recipe, cursor: 0 } })
    }),
    { numRuns: 100 },
  )
})

test('what the settings accept, the server accepts', () => {
  const anyPath = fc.oneof(
    path,
    fc.constantFrom(
      '/login',
      '/logout',
      '/push',
      '/token',
      '/revoke',
      '/.well-known/openid-configuration',
      '/a/confirm',
    ),
    fc.webPath(),
    fc.string({ maxLength: 110 }).map((text) => `/${text}`),
  )
  const logout = findScenario('logout')
  const names = fc.record({ authorization_endpoint: anyPath, token_endpoint: anyPath, end_session_endpoint: anyPath })
  fc.assert(
    fc.property(names, (settings) => {
      if (settingProblems(logout, settings).length > 0) return
      const users = [{ username: 'ada', password: '', sub: '1', factors: {} }]
      createAuthorizationServer({ issuer: ISSUER, users, endpoint_paths: endpointPaths(settings) })
    }),
    { numRuns: 5000 },
  )
})

test.each([
  ['a URL', 'https://evil.example/token'],
  ['a host', '//evil.example/token'],
  ['a query', '/token?x=1'],
  ['a fragment', '/token#x'],
  ['a way up', '/a/../token'],
  ['markup', '/<img src=x onerror=alert(1)>'],
  ['escapes', '/%2e%2e/token'],
  ['blanks', '/to ken'],
  ['nothing', ''],
  ['no slash', 'token'],
  ['too much', `/${'x'.repeat(100)}`],
])('a path with %s is refused in a sentence', (_, token_endpoint) => {
  const [problem] = settingProblems(pkce, { token_endpoint })
  expect(problem).toMatch(/^“Path of the token endpoint” takes a (path such as|text of at most)/)
})

test.each([
  ['another endpoint', '/authorize', 'the authorization endpoint'],
  ['a page', '/login', 'a page of the server'],
  ['discovery', '/.well-known/openid-configuration', 'a page of the server'],
])('a path at which %s is already is refused in a sentence', (_, token_endpoint, other) => {
  expect(settingProblems(pkce, { token_endpoint })).toEqual([
    `The token endpoint cannot be at “${token_endpoint}”: ${other} is there.`,
  ])
})
