import { describe, expect, test } from 'vitest'
import type { HeaderLine } from '../../http/index.ts'
import { authorizationUrl, NOW, REDIRECT_URI, startExample } from './example-server.fixture.ts'

const CLIENT = 'https://app.example/client.json'
const dateOf = (second: number) => new Date(second * 1000).toUTCString()

/** How often a document with these headers is fetched when it is asked for at once and some seconds later. */
async function fetches(headers: readonly HeaderLine[], seconds: number): Promise<number> {
  let calls = 0
  const body = JSON.stringify({ client_id: CLIENT, client_name: 'App', redirect_uris: [REDIRECT_URI] })
  const send = async () => {
    calls += 1
    return { status: 200, headers: [['content-type', 'application/json'] as const, ...headers], body }
  }
  const example = await startExample({ client_id_metadata_document_supported: true }, { send })
  const url = authorizationUrl(example, { client_id: CLIENT, scope: 'notes.read' })
  expect((await example.alice.visit(url)).status).toBe(200)
  example.clock.elapsedSeconds += seconds
  expect((await example.alice.visit(url)).status).toBe(200)
  return calls
}

describe('how long a client ID metadata document is fresh (Client ID Metadata Document §4.4)', () => {
  test.each<[string, HeaderLine[], number, number]>([
    ['Expires counts where there is no max-age (RFC 9111 §4.2)', [['expires', dateOf(NOW + 3600)]], 1800, 1],
    ['and ends it', [['expires', dateOf(NOW + 60)]], 61, 2],
    [
      'from the Date of the answer',
      [
        ['date', dateOf(NOW - 3000)],
        ['expires', dateOf(NOW - 2900)],
      ],
      50,
      1,
    ],
    ['an Expires that is no date is in the past (RFC 9111 §5.3)', [['expires', '0']], 0, 2],
    [
      'max-age comes first',
      [
        ['cache-control', 'max-age=60'],
        ['expires', '0'],
      ],
      30,
      1,
    ],
    [
      'what it spent in caches is over (RFC 9111 §4.2)',
      [
        ['cache-control', 'max-age=100'],
        ['age', '90'],
      ],
      20,
      2,
    ],
    [
      'an Age that is no number is none',
      [
        ['cache-control', 'max-age=100'],
        ['age', 'old'],
      ],
      20,
      1,
    ],
    [
      'several lines are one list (RFC 9110 §5.3)',
      [
        ['cache-control', 'public'],
        ['cache-control', 'max-age=9'],
      ],
      10,
      2,
    ],
  ])('%s', async (_, headers, seconds, times) => {
    expect(await fetches(headers, seconds)).toBe(times)
  })
})
