import { beforeEach, expect, test } from 'vitest'
import { header } from '../../../http/index.ts'
import {
  type Example,
  exampleConfig,
  exchange,
  obtainCode,
  obtainTokens,
  revoke,
  startExample,
  type Tokens,
  tokensOf,
  userinfo,
} from '../../conformance/example-server.fixture.ts'
import { codeForm, proofKey, proofOf, requestToken, tokenProof } from '../../conformance/proofs.fixture.ts'

let example: Example
let tokens: Tokens

beforeEach(async () => {
  example = await startExample()
  tokens = await obtainTokens(example)
})

test('releases the claims of the scope and no others (OpenID Connect Core §5.3.2, §5.4)', async () => {
  const response = await userinfo(example, tokens.access_token)
  expect(JSON.parse(response.body)).toEqual({ sub: 'user-1', name: 'Alice' })
  expect(header(response, 'cache-control')).toBe('no-store')
})

test('takes the token in a form body too (RFC 6750 §2.2)', async () => {
  const response = await example.server.handle({
    method: 'POST',
    url: example.metadata.userinfo_endpoint ?? '',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: `access_token=${tokens.access_token}`,
  })
  expect(response.status).toBe(200)
})

test('without a token answers 401 and no error code (RFC 6750 §3.1)', async () => {
  const url = example.metadata.userinfo_endpoint ?? ''
  const response = await example.server.handle({ method: 'GET', url, headers: [], body: '' })
  expect([response.status, header(response, 'www-authenticate')]).toEqual([
    401,
    `Bearer realm="${example.server.issuer}"`,
  ])
})

test('without openid answers 403 insufficient_scope and names the scope (RFC 6750 §3.1)', async () => {
  const plain = tokensOf(await exchange(example, await obtainCode(example, { scope: 'profile' })))
  const response = await userinfo(example, plain.access_token)
  expect(response.status).toBe(403)
  expect(header(response, 'www-authenticate')).toContain('error="insufficient_scope"')
  expect(header(response, 'www-authenticate')).toContain('scope="openid"')
})

/** The description of the refusal that a token meets. */
async function refusal(token: string): Promise<string> {
  const response = await userinfo(example, token)
  expect(response.status).toBe(401)
  return (
    /error="invalid_token", error_description="([^"]*)"/.exec(header(response, 'www-authenticate') ?? '')?.[1] ?? ''
  )
}

test('answers 401 invalid_token for an expired token and says so (RFC 6750 §3.1)', async () => {
  example.clock.elapsedSeconds += 300
  expect(await refusal(tokens.access_token)).toContain('expired 0 seconds ago')
})

test('answers 401 invalid_token for a revoked token and says so (RFC 6750 §3.1)', async () => {
  await revoke(example, tokens.access_token)
  expect(await refusal(tokens.access_token)).toContain('revoked')
})

test('an ID Token, a refresh token or a changed token is no access token (RFC 8725 §3.11)', async () => {
  for (const token of [tokens.id_token, tokens.refresh_token, tokens.access_token.replace(/.$/, '')]) {
    expect(await refusal(token)).toContain('no such access token')
  }
})

test('refuses a token of somebody whom the server no longer knows: 401 invalid_token (OpenID Connect Core §5.3.2)', async () => {
  const [alice] = exampleConfig('https://as.example').users ?? []
  const users = alice === undefined ? [] : [alice]
  const left = await startExample({ users })
  const { access_token } = await obtainTokens(left)
  expect((await userinfo(left, access_token)).status).toBe(200)
  users.pop()
  const response = await userinfo(left, access_token)
  expect(response.status).toBe(401)
  expect(header(response, 'www-authenticate')).toContain('error="invalid_token"')
})

test('cannot sign by an algorithm that it has no key for: 500 server_error, and no claims (policy)', async () => {
  const { clients = [] } = exampleConfig('https://as.example')
  const asking = clients.map((client) => ({ ...client, userinfo_signed_response_alg: 'ES256' }))
  const unable = await startExample({ clients: asking })
  const { access_token } = await obtainTokens(unable)
  const response = await userinfo(unable, access_token)
  expect([response.status, JSON.parse(response.body).error]).toEqual([500, 'server_error'])
  expect(response.body).not.toContain('Alice')
})

test('takes a proof for HEAD where HEAD is asked, and for nothing else (RFC 9449 §4.3)', async () => {
  const key = await proofKey()
  const code = await obtainCode(example, { client_id: 'spa' })
  const { access_token } = tokensOf(
    await requestToken(example, codeForm(code), { proofs: [await tokenProof(example, key)] }),
  )
  const url = example.metadata.userinfo_endpoint ?? ''
  const ask = async (method: string, proven: string) => {
    const proof = await proofOf(key, { url, method: proven, iat: example.now(), accessToken: access_token })
    const headers = [['authorization', `DPoP ${access_token}`] as const, ['dpop', proof] as const]
    return (await example.server.handle({ method, url, headers, body: '' })).status
  }
  expect([await ask('HEAD', 'HEAD'), await ask('HEAD', 'GET'), await ask('GET', 'HEAD')]).toEqual([200, 401, 401])
})
