/** A person with every second factor, and the devices that answer for them, for tests. */
import type { HttpRequest, HttpResponse } from '../../http/index.ts'
import { fromBase32 } from '../authentication/base32.ts'
import { type PushNotification, pushAnswerType } from '../authentication/push-message.ts'
import { totpCode, totpStep } from '../authentication/totp.ts'
import { createEnvironment, type Environment, type Note } from '../environment.ts'
import { publicJwks } from '../keys.ts'
import type { PolicyOptions } from '../state/policy.ts'
import { signJwt } from '../tokens/sign-jwt.ts'
import { authorizationUrl, type Example, post, startExample } from './example-server.fixture.ts'
import type { Page } from './user-agent.fixture.ts'

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const [phoneKey] = publicJwks(createEnvironment()).keys

const FACTORS = {
  totp: { secret: SECRET },
  push: { endpoint: 'https://phone.example/push', jwk: { ...phoneKey, alg: 'RS256' } },
  recovery_codes: ['blue-fox-7', 'red-owl-9'],
}

/** A server whose only person has every second factor; what it notes and sends is kept. */
export interface SecondFactorExample extends Example {
  readonly notes: Note[]
  readonly notifications: PushNotification[]
  /** The code that the authenticator shows, `aheadSeconds` from now. */
  code(aheadSeconds?: number): Promise<string>
  /** Alice opens an authorization request and types her password. */
  passPassword(parameters?: Readonly<Record<string, string>>): Promise<Page>
  /** The phone answers the latest notification. */
  answer(claims: Readonly<Record<string, unknown>>): Promise<HttpResponse>
  /** Rules that failed, in order. */
  failures(): string[]
}

/** Starts the example under a policy for second factors; of these Alice has enrolled all, one or none. */
export async function startSecondFactorExample(
  secondFactor: PolicyOptions['secondFactor'] = { required: 'always' },
  enrolled: keyof typeof FACTORS | 'all' | 'none' = 'all',
  send: Environment['send'] = async () => ({ status: 201, headers: [], body: '' }),
): Promise<SecondFactorExample> {
  const notes: Note[] = []
  const notifications: PushNotification[] = []
  const alice = { username: 'alice', password: 'wonderland', sub: 'user-1' }
  const bob = { username: 'bob', password: 'builder', sub: 'user-2', factors: FACTORS }
  const factors = enrolled === 'all' ? FACTORS : enrolled === 'none' ? undefined : { [enrolled]: FACTORS[enrolled] }
  const example = await startExample(
    { users: [{ ...alice, ...(factors && { factors }) }, bob], policy: { secondFactor } },
    {
      note: (note) => notes.push(note),
      send: async (request: HttpRequest) => {
        notifications.push(JSON.parse(request.body))
        return send(request)
      },
    },
  )
  return {
    ...example,
    notes,
    notifications,
    code: (aheadSeconds = 0) => totpCode(fromBase32(SECRET), totpStep(example.now() + aheadSeconds)),
    async passPassword(parameters = {}) {
      const page = await example.alice.visit(authorizationUrl(example, parameters))
      return example.alice.submit(page, { username: 'alice', password: 'wonderland' })
    },
    async answer(claims) {
      const notification = notifications.at(-1)
      const answer = await signJwt(
        { aud: example.server.issuer, push_id: notification?.push_id, exp: example.now() + 30, ...claims },
        { typ: pushAnswerType },
        createEnvironment(),
      )
      return post(example.server.handle, notification?.answer_to, { answer })
    },
    failures: () => notes.flatMap((note) => (note.type === 'check' && !note.passed ? [note.rule] : [])),
  }
}

/** Submits one of the page's forms, which the user agent knows by position only. */
export function submit({ alice }: SecondFactorExample, page: Page, form: string, fields: Record<string, string> = {}) {
  const [only = ''] = page.html.match(new RegExp(`<form id="${form}".*?</form>`, 's')) ?? []
  // An unchecked box sends nothing.
  const html = 'trust_device' in fields ? only : only.replace(/<input[^>]*trust_device[^>]*>/, '')
  return alice.submit({ ...page, html }, fields)
}

/** Passes the password and has a prompt sent; `shown` is the number of the page, `NaN` where there is none. */
export async function sendPush(example: SecondFactorExample): Promise<{ readonly page: Page; readonly shown: number }> {
  const page = await submit(example, await example.passPassword(), 'push_send')
  return { page, shown: Number(/push-number">(\d+)</.exec(page.html)?.[1]) }
}
