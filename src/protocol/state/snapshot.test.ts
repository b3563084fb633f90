import { expect, test } from 'vitest'
import { exchange, NOW, obtainCode, refresh, startExample, tokensOf } from '../conformance/example-server.fixture.ts'

test('shows what is bound to what, with stable ids in order of creation', async () => {
  const example = await startExample()
  const tokens = tokensOf(await exchange(example, await obtainCode(example)))
  await refresh(example, tokens.refresh_token)
  expect(example.server.snapshot()).toMatchObject({
    pending_requests: [{ id: 'request-1', status: 'completed', sign_in: 'Session Established' }],
    codes: [{ id: 'code-1', status: 'used', grant: 'grant-1', bound_to: { client_id: 'app' }, expires_at: NOW + 60 }],
    grants: [
      {
        id: 'grant-1',
        status: 'active',
        refresh_tokens: [
          { id: 'refresh-1', generation: 1, status: 'used', used_at: NOW },
          { id: 'refresh-2', generation: 2, status: 'active' },
        ],
      },
    ],
    access_tokens: [
      { status: 'active', parent: 'code-1' },
      { status: 'active', parent: 'refresh-1' },
    ],
  })
})

test('tells no secret and is plain JSON', async () => {
  const example = await startExample()
  const code = await obtainCode(example)
  const { access_token, refresh_token } = tokensOf(await exchange(example, code))
  const snapshot = example.server.snapshot()
  const text = JSON.stringify(snapshot)
  const cookies = [...example.alice.cookies().values()]
  for (const secret of [code, access_token, refresh_token, 'app-secret', 'wonderland', ...cookies]) {
    expect(text).not.toContain(secret)
  }
  expect(JSON.parse(text)).toEqual(snapshot)
})

test('shows what the clock has ended', async () => {
  const example = await startExample()
  await obtainCode(example)
  example.clock.elapsedSeconds += 60
  expect(example.server.snapshot().codes).toMatchObject([{ status: 'expired' }])
})
