/**
 * Ada’s phone where it is asked by her authorization server for a client elsewhere (OpenID Connect CIBA). How the two reach
 * each other no specification says: here a notification goes out, and an answer comes back that is signed with the phone’s key.
 */
import { importJWK, jwtVerify, SignJWT } from 'jose'
import { type HttpRequest, type HttpResponse, parseForm } from '../../http/index.ts'
import { type Json, parseJsonObject } from '../../lib/json.ts'
import { pushAnswerType } from '../../protocol/authentication/index.ts'
import type { AuthorizationServer } from '../../protocol/index.ts'
import type { Action, Origin, Simulation } from '../../simulation/index.ts'
import { ISSUER } from '../endpoints.ts'
import type { OnDemandServer } from '../on-demand.ts'
import { createBackend } from './backend.ts'
import { PHONE_KEY } from './phone-key.ts'

const PHONE = 'https://phone.example'
const ANSWERS = '/phone-answers'

/** What the server tells the phone of a request. */
interface Question {
  readonly request_id: string
  readonly client_name: string
  readonly username: string
  readonly binding_message?: string
  /** Epoch seconds. */
  readonly expires_at: number
}

/** The phone’s side of a scenario; its actor is `phone`, that of the server `auth`. */
export interface BackchannelPhone {
  /** The authorization server’s origin and the phone’s. */
  readonly origins: Readonly<Record<string, Origin>>
  /** Its buttons: `approve-request` and `deny-request`, for the question that came last. */
  readonly actions: readonly Action[]
  snapshot(): Json
}

/** Creates the phone, and the server’s way to it. `asked` is whose name the questions have. */
export function createBackchannelPhone(
  simulation: Simulation,
  server: OnDemandServer<AuthorizationServer>,
  asked: Pick<Question, 'client_name' | 'username'>,
): BackchannelPhone {
  const { clock } = simulation
  const now = () => Math.floor(clock.now() / 1000)
  const auth = createBackend(simulation, 'auth', () => ({}))
  const phone = createBackend(simulation, 'phone', () => ({}))
  /** What the server has asked, by the name that the phone knows it by: the `auth_req_id` is the client’s secret. */
  const waiting = new Map<string, { readonly auth_req_id: string; readonly expires_at: number }>()
  let asks = 0
  let questions: readonly Question[] = []
  const top = () => questions.findLast(({ expires_at }) => now() < expires_at)

  async function serve(request: HttpRequest): Promise<HttpResponse> {
    if (new URL(request.url).pathname === ANSWERS) return takeAnswer(request)
    const response = await server.handle(request)
    const { auth_req_id, expires_in } = parseJsonObject(response.body) ?? {}
    if (typeof auth_req_id === 'string' && typeof expires_in === 'number') {
      notify(auth_req_id, expires_in, new Map(parseForm(request.body)).get('binding_message'))
    }
    return response
  }

  function notify(auth_req_id: string, expires_in: number, binding_message: string | undefined): void {
    const request_id = `question-${asks + 1}`
    const expires_at = now() + expires_in
    waiting.set(request_id, { auth_req_id, expires_at })
    asks += 1
    const question = { request_id, ...asked, ...(binding_message !== undefined && { binding_message }), expires_at }
    auth.start(`notify-${request_id}`, async ({ fetch }) => {
      const headers = { 'content-type': 'application/json' }
      // A notification that is lost is lost: the request expires.
      await fetch(`${PHONE}/notifications`, { method: 'POST', headers, body: JSON.stringify(question) }).catch(
        () => undefined,
      )
    })
  }

  async function takeAnswer({ body }: HttpRequest): Promise<HttpResponse> {
    const answer = new Map(parseForm(body)).get('request_answer') ?? ''
    const { alg, kty, n, e } = PHONE_KEY
    const verified = await jwtVerify<{ request_id: string; decision: 'approve' | 'deny' }>(
      answer,
      await importJWK({ alg, kty, n, e }, alg),
      { algorithms: [alg], audience: ISSUER, typ: pushAnswerType, currentDate: new Date(clock.now()) },
    ).catch(() => undefined)
    const status = (code: number): HttpResponse => ({ status: code, headers: [], body: '' })
    if (verified === undefined) return status(403)
    const { request_id, decision } = verified.payload
    const asked = waiting.get(request_id)
    waiting.delete(request_id)
    if (asked === undefined || now() >= asked.expires_at) return status(409)
    // The phone need not wait until the client has been pinged.
    void server.running()?.decideBackchannelRequest(asked.auth_req_id, decision)
    return status(204)
  }

  async function receive({ body }: HttpRequest): Promise<HttpResponse> {
    questions = [...questions, JSON.parse(body)]
    return { status: 201, headers: [], body: '' }
  }

  function answer(decision: 'approve' | 'deny'): void {
    const question = top()
    if (question === undefined) return
    phone.start('answer', async ({ fetch }) => {
      const { request_id } = question
      const signed = await new SignJWT({ aud: ISSUER, iat: now(), exp: now() + 60, request_id, decision })
        .setProtectedHeader({ alg: PHONE_KEY.alg, typ: pushAnswerType })
        .sign(await importJWK({ ...PHONE_KEY }, PHONE_KEY.alg))
      questions = questions.filter((other) => other !== question)
      try {
        await fetch(`${ISSUER}${ANSWERS}`, { method: 'POST', body: new URLSearchParams({ request_answer: signed }) })
      } catch (error) {
        // Lost on the way: the person can answer again.
        if (!(error instanceof TypeError)) throw error
        questions = [...questions, question]
      }
    })
  }

  const isOpen = () => top() !== undefined && !phone.isBusy('answer')
  return {
    origins: { [ISSUER]: { actor: 'auth', handle: serve }, [PHONE]: { actor: 'phone', handle: receive } },
    actions: [
      {
        id: 'approve-request',
        label: 'Phone: approve',
        hint: 'The app that asked gets its tokens, wherever it is.',
        place: 'stage',
        actor: 'phone',
        available: isOpen,
        run: () => answer('approve'),
      },
      {
        id: 'deny-request',
        label: 'Phone: it is not me',
        hint: 'Somebody else has caused this question.',
        place: 'stage',
        actor: 'phone',
        available: isOpen,
        run: () => answer('deny'),
      },
    ],
    snapshot: () => ({ device: 'phone', ...promptOf(top(), now()) }),
  }
}

/** What the stage shows of a question. */
function promptOf(question: Question | undefined, now: number): { readonly prompt?: Json } {
  if (question === undefined) return {}
  const { client_name, username, binding_message, expires_at } = question
  return {
    prompt: {
      app: client_name,
      account: username,
      question: `${client_name} asks: is it you?`,
      note:
        binding_message === undefined
          ? 'No message came with it.'
          : `It says “${binding_message}”. Approve only if you see the same there.`,
      choices: [{ action: 'approve-request', label: 'Approve' }],
      deny: 'deny-request',
      secondsLeft: Math.max(0, expires_at - now),
    },
  }
}
