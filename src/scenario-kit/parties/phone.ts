/** Ada’s phone: it gets push prompts, and answers them over the wire, signed with its own key. */
import type { HttpRequest, HttpResponse } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { PushNotification } from '../../protocol/authentication/index.ts'
import type { SecondFactors } from '../../protocol/index.ts'
import type { Action, Origin, Simulation } from '../../simulation/index.ts'
import { ISSUER } from '../endpoints.ts'
import { createBackend } from './backend.ts'
import { PHONE_PUBLIC_KEY } from './phone-public-key.ts'

const PHONE = 'https://phone.example'

/** What the server knows of the phone since it was enrolled. */
export const ENROLLED_PHONE: NonNullable<SecondFactors['push']> = {
  endpoint: `${PHONE}/notifications`,
  jwk: PHONE_PUBLIC_KEY,
}

/** The phone’s side of a scenario; its actor is `phone`. */
export interface Phone {
  readonly origins: Readonly<Record<string, Origin>>
  /** Its buttons: `choose-1` to `choose-3`, `type-number` or `approve-push`, as the prompt wants it, and `deny-push`. */
  readonly actions: readonly Action[]
  /** For the world's snapshots: what the stage shows as a device. */
  snapshot(): Json
}

/** What a person types who sees no number: any. */
const ANY_NUMBER = 42

/** Creates the phone; `numberOnPage` is the number that Ada’s own sign-in page shows, for prompts that want it typed. */
export function createPhone(simulation: Simulation, numberOnPage: () => number | undefined = () => undefined): Phone {
  const { clock } = simulation
  const phone = createBackend(simulation, 'phone', () => ({}))
  let prompt: PushNotification | undefined
  const now = () => Math.floor(clock.now() / 1000)
  const isOpen = () => prompt !== undefined && now() < prompt.expires_at && !phone.isBusy('answer')
  const isPicked = () => (prompt?.numbers.length ?? 0) > 0
  const isTyped = () => prompt?.digits !== undefined

  async function receive({ body }: HttpRequest): Promise<HttpResponse> {
    prompt = JSON.parse(body)
    return { status: 201, headers: [], body: '' }
  }

  function answer(claims: { readonly decision: 'approve' | 'deny'; readonly number?: number }): void {
    const asked = prompt
    if (asked === undefined) return
    phone.start('answer', async ({ fetch }) => {
      const { push_id, answer_to } = asked
      const { signPushAnswer } = await simulation.pending(import('./push-answer.ts'))
      const signed = await signPushAnswer({ aud: ISSUER, iat: now(), exp: now() + 60, push_id, ...claims })
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

  function button(
    { id, hint }: Required<Pick<Action, 'id' | 'hint'>>,
    label: () => string,
    available: () => boolean,
    run: () => void,
  ): Action {
    return {
      id,
      get label() {
        const text = label()
        return `Phone: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
      },
      hint,
      place: 'stage',
      actor: 'phone',
      available,
      run,
    }
  }

  /** A way to approve: when the prompt wants this one, what its button says, and the number that is sent. */
  interface Approval extends Required<Pick<Action, 'id' | 'hint'>> {
    isFor(): boolean
    label(): string
    number(): number | undefined
  }

  const matching = 'Approves the sign-in whose page shows this number.'
  const approvals: readonly Approval[] = [
    ...[0, 1, 2].map((position): Approval => {
      const number = () => prompt?.numbers[position]
      const isFor = () => number() !== undefined
      return { id: `choose-${position + 1}`, hint: matching, isFor, label: () => String(number()), number }
    }),
    {
      id: 'type-number',
      hint: matching,
      isFor: isTyped,
      label: () => `Type ${numberOnPage() ?? 'any number'}`,
      number: () => numberOnPage() ?? ANY_NUMBER,
    },
    {
      id: 'approve-push',
      hint: 'Approves the sign-in that has sent this prompt, whoever it is.',
      isFor: () => !isPicked() && !isTyped(),
      label: () => 'Approve',
      number: () => undefined,
    },
  ]

  function approve(number: number | undefined): void {
    answer({ decision: 'approve', ...(number !== undefined && { number }) })
  }

  /** What it asks and shows, where that is not three numbers to pick from. */
  function wording({ username, client_name }: PushNotification) {
    if (isPicked()) return {}
    const note = isTyped() ? 'Type the number that your page shows.' : 'Approve it if it is you.'
    return { question: `Is ${username} signing in to ${client_name}?`, note }
  }

  return {
    origins: { [PHONE]: { actor: 'phone', handle: receive } },
    actions: [
      ...approvals.map(({ id, hint, isFor, label, number }) =>
        button(
          { id, hint },
          label,
          () => isOpen() && isFor(),
          () => approve(number()),
        ),
      ),
      button(
        { id: 'deny-push', hint: 'Somebody else is signing in with the password.' },
        () => 'it is not me',
        isOpen,
        () => answer({ decision: 'deny' }),
      ),
    ],
    snapshot: () => ({
      device: 'phone',
      prompt: prompt && {
        app: prompt.client_name,
        account: prompt.username,
        ...wording(prompt),
        choices: approvals.filter(({ isFor }) => isFor()).map(({ id, label }) => ({ action: id, label: label() })),
        deny: 'deny-push',
        secondsLeft: Math.max(0, prompt.expires_at - now()),
      },
    }),
  }
}
