/** Ada’s phone: it gets push prompts, and answers them over the wire, signed with its own key. */
import { importJWK, SignJWT } from 'jose'
import type { HttpRequest, HttpResponse } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { type PushNotification, pushAnswerType } from '../../protocol/authentication/index.ts'
import type { SecondFactors } from '../../protocol/index.ts'
import type { Action, Origin, Simulation } from '../../simulation/index.ts'
import { ISSUER } from '../endpoints.ts'
import { createBackend } from './backend.ts'
import { PHONE_KEY } from './phone-key.ts'

const PHONE = 'https://phone.example'

/** What the server knows of the phone since it was enrolled. */
export const ENROLLED_PHONE: NonNullable<SecondFactors['push']> = {
  endpoint: `${PHONE}/notifications`,
  jwk: { alg: PHONE_KEY.alg, kty: PHONE_KEY.kty, n: PHONE_KEY.n, e: PHONE_KEY.e },
}

/** The phone’s side of a scenario; its actor is `phone`. */
export interface Phone {
  readonly origins: Readonly<Record<string, Origin>>
  /** Its buttons: `choose-1` to `choose-3` and `deny-push`. */
  readonly actions: readonly Action[]
  /** For the world's snapshots: what the stage shows as a device. */
  snapshot(): Json
}

/** Creates the phone. */
export function createPhone(simulation: Simulation): Phone {
  const { clock } = simulation
  const phone = createBackend(simulation, 'phone', () => ({}))
  let prompt: PushNotification | undefined
  const now = () => Math.floor(clock.now() / 1000)
  const isOpen = () => prompt !== undefined && now() < prompt.expires_at && !phone.isBusy('answer')

  async function receive({ body }: HttpRequest): Promise<HttpResponse> {
    prompt = JSON.parse(body)
    return { status: 201, headers: [], body: '' }
  }

  function answer(claims: { readonly decision: 'approve' | 'deny'; readonly number?: number }): void {
    const asked = prompt
    if (asked === undefined) return
    phone.start('answer', async ({ fetch }) => {
      const { push_id, answer_to } = asked
      const signed = await new SignJWT({ aud: ISSUER, iat: now(), exp: now() + 60, push_id, ...claims })
        .setProtectedHeader({ alg: PHONE_KEY.alg, typ: pushAnswerType })
        .sign(await importJWK({ ...PHONE_KEY }, PHONE_KEY.alg))
      prompt = undefined
      try {
        await fetch(answer_to, { method: 'POST', body: new URLSearchParams({ answer: signed }) })
      } catch (error) {
        // Lost on the way: the person can answer again.
        if (!(error instanceof TypeError)) throw error
        prompt = asked
      }
    })
  }

  function choice(position: number): Action {
    const number = () => prompt?.numbers[position]
    return {
      id: `choose-${position + 1}`,
      get label() {
        return `Phone: ${number()}`
      },
      hint: 'Approves the sign-in whose page shows this number.',
      place: 'stage',
      actor: 'phone',
      available: () => isOpen() && number() !== undefined,
      run: () => answer({ decision: 'approve', number: number() ?? 0 }),
    }
  }

  return {
    origins: { [PHONE]: { actor: 'phone', handle: receive } },
    actions: [
      ...[0, 1, 2].map(choice),
      {
        id: 'deny-push',
        label: 'Phone: it is not me',
        hint: 'Somebody else is signing in with the password.',
        place: 'stage',
        actor: 'phone',
        available: isOpen,
        run: () => answer({ decision: 'deny' }),
      },
    ],
    snapshot: () => ({
      device: 'phone',
      prompt: prompt && {
        app: prompt.client_name,
        account: prompt.username,
        choices: prompt.numbers.map((number, index) => ({ action: `choose-${index + 1}`, label: String(number) })),
        deny: 'deny-push',
        secondsLeft: Math.max(0, prompt.expires_at - now()),
      },
    }),
  }
}
