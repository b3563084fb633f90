/** Without a browser: replays and tokens, held against the signatures that they cannot do without. */
import { test } from '@playwright/test'
import { createAuthorizationServer } from '../../src/protocol/index.ts'
import scenario from '../../src/scenarios/authorization-code-pkce/index.ts'
import { expandSolution, replaySession } from '../../src/scenarios/run.ts'
import { median, record } from './measure.ts'

/** Times every call of one WebCrypto operation, as long as `work` goes on. */
async function countSignatures(work: () => Promise<unknown>): Promise<{ sign: number; verify: number }> {
  const counts = { sign: 0, verify: 0 }
  const { sign, verify } = SubtleCrypto.prototype
  SubtleCrypto.prototype.sign = function (...parameters) {
    counts.sign += 1
    return sign.apply(this, parameters)
  }
  SubtleCrypto.prototype.verify = function (...parameters) {
    counts.verify += 1
    return verify.apply(this, parameters)
  }
  await work()
  Object.assign(SubtleCrypto.prototype, { sign, verify })
  return counts
}

async function timeEach(count: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < count; round++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return median(times)
}

/** Milliseconds of one RS256 signature and of its verification on this machine (RFC 7518 §3.3). */
async function signatureCosts(): Promise<{ signMs: number; verifyMs: number }> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const parameters = { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(parameters, false, ['sign', 'verify'])
  const data = new Uint8Array(600)
  const signature = await crypto.subtle.sign(algorithm, privateKey, data)
  return {
    signMs: await timeEach(100, () => crypto.subtle.sign(algorithm, privateKey, data)),
    verifyMs: await timeEach(100, () => crypto.subtle.verify(algorithm, publicKey, signature, data)),
  }
}

test('headless replays of the PKCE flow', async () => {
  const [happy] = scenario.solutions
  const { session } = await expandSolution(scenario, happy)
  const replay = () => replaySession(scenario, session)
  const counts = await countSignatures(replay)
  const { signMs, verifyMs } = await signatureCosts()
  const floorMs = counts.sign * signMs + counts.verify * verifyMs
  const replayMs = await timeEach(50, replay)
  record({
    what: `a replay of ${session.choices.length} steps`,
    value: replayMs,
    unit: 'ms',
    against: { what: `for its ${counts.sign} signatures and ${counts.verify} verifications`, value: floorMs },
  })
  record({
    what: 'replays',
    value: 1000 / replayMs,
    unit: '/s',
    against: { what: 'if signatures were all', value: 1000 / floorMs },
  })
})

test('token endpoint', async () => {
  const server = createAuthorizationServer({
    issuer: 'https://auth.example',
    clients: [
      { client_id: 'job', client_secret: 'a-secret-for-measuring', grant_types: ['client_credentials'], scope: 'read' },
    ],
    users: [],
  })
  const request = {
    method: 'POST',
    url: 'https://auth.example/token',
    headers: [
      ['content-type', 'application/x-www-form-urlencoded'],
      ['authorization', `Basic ${btoa('job:a-secret-for-measuring')}`],
    ],
    body: 'grant_type=client_credentials&scope=read',
  } as const
  const { status, body } = await server.handle(request)
  if (status !== 200) throw new Error(body)
  const tokenMs = await timeEach(300, () => server.handle(request))
  const { signMs } = await signatureCosts()
  record({
    what: 'token responses',
    value: 1000 / tokenMs,
    unit: '/s',
    against: { what: 'signatures alone', value: 1000 / signMs },
  })
})
