import { expect, test } from 'vitest'
import type { ServerContext } from '../state/context.ts'
import { defaultPolicy } from '../state/policy.ts'
import { checkEmbeddedUserAgent } from './embedded-user-agent.ts'

const WEB_VIEW =
  'Mozilla/5.0 (Linux; Android 10; K; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Mobile Safari/537.36'

test.each([
  ['a web view is refused where the server refuses them (RFC 8252 §8.12)', 'refused', WEB_VIEW, true],
  ['a browser is not', 'refused', WEB_VIEW.replace('; wv', ''), false],
  ['nor is a request that says nothing of itself', 'refused', undefined, false],
  ['nor a web view where they are allowed', 'allowed', WEB_VIEW, false],
] as const)('%s', (_, embeddedUserAgents, userAgent, isRefused) => {
  const notes: unknown[] = []
  const context = {
    config: { policy: { ...defaultPolicy, embeddedUserAgents } },
    environment: { note: (note: unknown) => notes.push(note) },
  } as unknown as ServerContext
  const headers = userAgent === undefined ? [] : [['user-agent', userAgent] as const]
  const check = () =>
    checkEmbeddedUserAgent({ method: 'GET', url: 'https://auth.example/', headers, body: '' }, context)
  if (isRefused) expect(check).toThrow('disallowed_useragent')
  else expect(check).not.toThrow()
  expect(notes).toHaveLength(isRefused ? 1 : 0)
})
