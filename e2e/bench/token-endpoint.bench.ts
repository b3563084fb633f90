/** Token responses in Node, one after the other, against the signatures in them alone. */
import { test } from '@playwright/test'
import {
  obtainTokens,
  post,
  refresh,
  startExample,
  tokensOf,
} from '../../src/protocol/conformance/example-server.fixture.ts'
import { recordCryptoCalls } from './crypto-calls.ts'
import { median, record, timeInTurn } from './measure.ts'

/** A signature is most of a token response; beyond this the server does needless work. */
const RATIO_LIMIT = 5
const ROUNDS = 300

test('client credentials', async () => {
  const { server, metadata } = await startExample()
  const form = { grant_type: 'client_credentials', client_id: 'service', client_secret: 'service-secret' }
  await measure('client_credentials', async () => {
    const { status, body } = await post(server.handle, metadata.token_endpoint, form)
    if (status !== 200) throw new Error(body)
  })
})

test('refresh', async () => {
  const example = await startExample()
  let { refresh_token } = await obtainTokens(example)
  await measure('refresh_token', async () => {
    refresh_token = tokensOf(await refresh(example, refresh_token)).refresh_token
  })
})

async function measure(grantType: string, work: () => Promise<void>): Promise<void> {
  await work()
  const calls = await recordCryptoCalls(work)
  const [responses, floors] = await timeInTurn(ROUNDS, work, calls.repeat)
  const [responseMs, floorMs] = [median(responses), median(floors)]
  const against = { what: calls.summary, value: floorMs }
  record({ what: `a token response, ${grantType}`, unit: 'ms', value: responseMs, against, ratioLimit: RATIO_LIMIT })
  record({
    what: `token responses, ${grantType}`,
    unit: '/s',
    value: 1000 / responseMs,
    against: { what: calls.summary, value: 1000 / floorMs },
  })
}
