/** What a server allows by policy that RFC 9700 forbids: loose redirect URIs, a 307, a verifier without a challenge. All of it is off. */
import { expect, test } from 'vitest'
import { type HttpResponse, header } from '../../http/index.ts'
import type { PolicyOptions } from '../state/policy.ts'
import {
  authorizationUrl,
  callbackParameters,
  errorOf,
  exampleConfig,
  exchange,
  obtainCode,
  REDIRECT_URI,
  signIn,
  startExample,
  VERIFIER,
} from './example-server.fixture.ts'
import { readForm } from './user-agent.fixture.ts'

const LONGER = `${REDIRECT_URI}/../go?to=https://evil.example/`

async function askFor(redirect_uri: string, policy: PolicyOptions = {}) {
  const example = await startExample({ policy })
  const page = await signIn(example.alice, authorizationUrl(example, { client_id: 'app', redirect_uri }))
  return { example, page }
}

test('refuses what only begins like a registered redirect URI (RFC 9700 §4.1.3)', async () => {
  expect((await askFor(LONGER)).page.status).toBe(400)
})

test('takes what begins like a registered redirect URI where the policy says so, and nothing else (policy)', async () => {
  const policy = { redirectUriMatching: 'prefix' } as const
  expect((await askFor(LONGER, policy)).page.url).toMatch(/^https:\/\/app\.example\/go\?to=/)
  expect((await askFor('https://evil.example/callback', policy)).page.status).toBe(400)
  expect((await askFor('https://app.example/', policy)).page.status).toBe(400)
})

test('a code that was sent to another redirect URI is refused (RFC 6749 §4.1.3), except where prefixes will do (policy)', async () => {
  const { example, page } = await askFor(LONGER, { redirectUriMatching: 'prefix' })
  const { code = '' } = callbackParameters(page)
  const elsewhere = { redirect_uri: 'https://evil.example/callback' }
  expect(errorOf(await exchange(example, code, elsewhere))).toBe('invalid_grant')
  expect(errorOf(await exchange(example, code))).toBeUndefined()

  const redirect_uris = [REDIRECT_URI, `${REDIRECT_URI}/other`]
  const clients = (exampleConfig('').clients ?? []).map((client) =>
    client.client_id === 'app' ? { ...client, redirect_uris } : client,
  )
  const exact = await startExample({ clients })
  const sentElsewhere = await obtainCode(exact, { redirect_uri: `${REDIRECT_URI}/other` })
  expect(errorOf(await exchange(exact, sentElsewhere))).toBe('invalid_grant')
})

async function statusOfAnswer(policy: PolicyOptions = {}): Promise<HttpResponse> {
  const example = await startExample({ policy: { consent: 'never', ...policy } })
  const cookies: [string, string][] = []
  const send: typeof example.server.handle = async (request) => {
    const answer = await example.server.handle({ ...request, headers: [...request.headers, ...cookies] })
    for (const [name, value] of answer.headers) {
      if (name === 'set-cookie') cookies.push(['cookie', value.split(';')[0] ?? ''])
    }
    return answer
  }
  const url = authorizationUrl(example)
  const page = await send({ method: 'GET', url, headers: [], body: '' })
  const form = readForm({ url, status: page.status, html: page.body })
  const fields = new URLSearchParams({ ...form.fields, username: 'alice', password: 'wonderland' })
  const headers = [['content-type', 'application/x-www-form-urlencoded'] as const]
  return send({ method: 'POST', url: form.action, headers, body: fields.toString() })
}

test('answers a password with 303, which no browser repeats as a POST (RFC 9700 §4.12)', async () => {
  const answer = await statusOfAnswer()
  expect(answer.status).toBe(303)
  expect(header(answer, 'location')).toContain('code=')
})

test('answers a password with 307 where the policy says so, which has the browser send it on (policy)', async () => {
  const answer = await statusOfAnswer({ redirectStatus: 307 })
  expect(answer.status).toBe(307)
  expect(header(answer, 'location')).toContain('code=')
})

async function exchangeWithoutChallenge(pkce: NonNullable<PolicyOptions['pkce']>, parameters = {}) {
  const example = await startExample({ policy: { pkce } })
  const url = new URL(authorizationUrl(example, { client_id: 'app' }))
  url.searchParams.delete('code_challenge')
  url.searchParams.delete('code_challenge_method')
  const { code = '' } = callbackParameters(await signIn(example.alice, url.href))
  return errorOf(await exchange(example, code, { code_verifier: VERIFIER, ...parameters }))
}

test('refuses a verifier for a code without a challenge (RFC 9700 §4.8.2)', async () => {
  expect(await exchangeWithoutChallenge('optional')).toBe('invalid_grant')
})

test('takes a verifier for a code without a challenge where the policy says so (policy)', async () => {
  expect(await exchangeWithoutChallenge('downgradable')).toBeUndefined()
})

test('a challenge that was sent is enforced by a server that can be downgraded, too (RFC 7636 §4.6)', async () => {
  const example = await startExample({ policy: { pkce: 'downgradable' } })
  const code = await obtainCode(example)
  expect(errorOf(await exchange(example, code, { code_verifier: `${VERIFIER.slice(1)}x` }))).toBe('invalid_grant')
  expect(errorOf(await exchange(example, code))).toBeUndefined()
})
