/** Push with number matching: the sign-in page shows a number, and the person picks it out of three on the phone, or types it there. */
import { decodeJwt, importJWK, jwtVerify } from 'jose'
import type { Environment } from '../environment.ts'
import type { User } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import type { SecondFactorPolicy } from '../state/policy.ts'
import type { PushPrompt } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import { countWrongAnswer, secondsLocked } from './attempts.ts'
import { type FactorVerdict, failFactor, passFactor } from './factor-verdict.ts'
import { type PushNotification, pushAnswerType } from './push-message.ts'

/**
 * Sends a prompt to a person's phone and returns it; without a phone, `undefined`. A prompt that cannot be delivered is
 * noted and waits all the same: it times out.
 */
export async function sendPush(
  user: User,
  page: { readonly clientName: string; readonly answerTo: string },
  { config, store, environment }: ServerContext,
): Promise<PushPrompt | undefined> {
  const endpoint = user.factors?.push?.endpoint
  if (endpoint === undefined) return undefined
  const expiresAt = environment.now() + config.policy.secondFactor.pushSeconds
  const { pushNumber } = config.policy.secondFactor
  const numbers = drawNumbers(pushNumber, environment)
  const prompt: PushPrompt = { id: store.nextId('push'), sub: user.sub, ...numbers, expiresAt, status: 'pending' }
  store.factors.savePushPrompt(prompt)
  environment.note({
    type: 'lifecycle',
    artifact: 'push_prompt',
    id: prompt.id,
    change: 'issued',
    expires_at: expiresAt,
  })
  const notification: PushNotification = {
    push_id: prompt.id,
    client_name: page.clientName,
    username: user.username,
    numbers: prompt.choices,
    ...(pushNumber === 'typed' && { digits: 2 }),
    expires_at: expiresAt,
    answer_to: page.answerTo,
  }
  const rule = { rule: 'push_delivery', clause: 'RFC 8030 §5' }
  const body = JSON.stringify(notification)
  try {
    const { status } = await environment.send({
      method: 'POST',
      url: endpoint,
      // How long a push service keeps it for a phone that is off (RFC 8030 §5.2).
      headers: [
        ['content-type', 'application/json'],
        ['ttl', String(config.policy.secondFactor.pushSeconds)],
      ],
      body,
    })
    if (status >= 300) throw new Error(`the answer was ${status}`)
    accept(rule, 'The notification was delivered.', environment)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no answer'
    const message = `The notification could not be delivered: ${reason}`
    refuse(
      rule,
      { code: 'temporarily_unavailable', message, fix: 'Send another one, or use another factor.' },
      environment,
    )
  }
  return prompt
}

/**
 * Takes a phone's answer: a JWT signed by the phone's key with `push_id`, `decision` and, to approve, the `number` picked.
 * Returns where the prompt stands now. A wrong number counts at once (NIST SP 800-63B-4 §3.2.2). Throws `invalid_request` for an
 * answer that is not the phone's, or comes too late, and for an approval after too many wrong ones.
 */
export async function answerPush(answer: string, context: ServerContext): Promise<PushPrompt> {
  const { store, environment } = context
  const { prompt, decision, number } = await readAnswer(answer, context)
  const rule = { rule: 'push_prompt', clause: 'policy' }
  if (environment.now() >= prompt.expiresAt) {
    const message = 'The prompt is over: nobody answered it in time.'
    throw refuse(rule, { code: 'invalid_request', message, fix: 'Start the sign-in again.' }, environment)
  }
  const status = decision === 'approve' ? (number === prompt.number ? 'approved' : 'mismatched') : 'denied'
  await environment.step('push_prompt.answer')
  const seconds = secondsLocked(prompt.sub, context)
  if (decision === 'approve' && seconds !== undefined) {
    const message = `Too many wrong answers: the phone can approve nothing for another ${seconds} seconds.`
    const fix = 'Wait. If somebody else sent the prompts, deny them and change the password.'
    const locked = { rule: 'too_many_attempts', clause: 'NIST SP 800-63B-4 §3.2.2' }
    throw refuse(locked, { code: 'invalid_request', message, fix }, environment)
  }
  if (!store.factors.movePushPrompt(prompt.id, 'pending', status)) {
    const message = 'The prompt was answered before: there is no second try.'
    throw refuse(rule, { code: 'invalid_request', message, fix: 'Start the sign-in again.' }, environment)
  }
  accept(rule, 'The prompt was open, and its answer is kept for the sign-in page.', environment)
  if (status === 'mismatched') countWrongAnswer(prompt.sub, context)
  const mismatched = `another number was ${prompt.choices.length > 0 ? 'picked' : 'typed'}`
  const reason = { approved: undefined, denied: 'denied on the phone', mismatched }[status]
  if (reason !== undefined) noteEnd(prompt, { change: 'ended', reason }, environment)
  return { ...prompt, status }
}

/** What a prompt means for the sign-in that sent it. An approval counts once. */
export function verifyPush(id: string | undefined, { store, environment }: ServerContext): FactorVerdict {
  const clause = 'policy'
  const prompt = store.factors.pushPrompts.get(id ?? '')
  if (prompt?.status === 'denied') {
    const message = 'The sign-in was denied on the phone.'
    const fix = 'If that was a mistake, send another prompt. If somebody else started it, change the password.'
    return failFactor('push_denied', { clause, message, fix }, environment)
  }
  if (prompt?.status === 'mismatched') {
    const isPicked = prompt.choices.length > 0
    const message = `The number ${isPicked ? 'picked' : 'typed'} on the phone is not the one that this page shows.`
    const fix = `Send another prompt and ${isPicked ? 'pick' : 'type'} the number of this very page.`
    return failFactor('push_number_mismatch', { clause, message, fix }, environment)
  }
  if (prompt?.status === 'approved' && store.factors.movePushPrompt(prompt.id, 'approved', 'used')) {
    // A key in software on the phone signed the answer: `swk` (RFC 8176 §2).
    noteEnd(prompt, { change: 'used' }, environment)
    const factor = { rule: 'push', clause: 'RFC 8176 §2', method: 'swk' }
    const compared = prompt.number === undefined ? '' : ', and the number is the one on the page'
    return passFactor(factor, `The phone approved${compared}.`, environment)
  }
  if (prompt?.status === 'pending' && environment.now() < prompt.expiresAt) return { type: 'waiting' }
  const message = 'The prompt was not answered in time.'
  return failFactor(
    'push_timeout',
    { clause, message, fix: 'Send another one and have the phone at hand.' },
    environment,
  )
}

function noteEnd(
  { id }: PushPrompt,
  end: { readonly change: 'used' } | { readonly change: 'ended'; readonly reason: string },
  { note }: Pick<Environment, 'note'>,
): void {
  note({ type: 'lifecycle', artifact: 'push_prompt', id, ...end })
}

interface PhoneAnswer {
  readonly prompt: PushPrompt
  readonly decision: string
  readonly number: number | undefined
}

async function readAnswer(answer: string, { config, store, environment }: ServerContext): Promise<PhoneAnswer> {
  const rule = { rule: 'push_signature', clause: 'RFC 7515 §5.2' }
  try {
    const prompt = store.factors.pushPrompts.get(String(decodeJwt(answer).push_id))
    const jwk = config.users.find((user) => user.sub === prompt?.sub)?.factors?.push?.jwk
    if (prompt === undefined || jwk === undefined) throw new Error('there is no such prompt')
    const { payload } = await jwtVerify(answer, await importJWK({ ...jwk }, jwk.alg), {
      audience: config.issuer,
      typ: pushAnswerType,
      algorithms: [jwk.alg],
      currentDate: new Date(environment.now() * 1000),
      requiredClaims: ['exp'],
    })
    accept(rule, 'The answer is signed by the phone that the prompt was sent to.', environment)
    const { decision, number } = payload
    return { prompt, decision: String(decision), number: typeof number === 'number' ? number : undefined }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it is unreadable'
    const message = `The answer does not come from the enrolled phone: ${reason}.`
    throw refuse(
      rule,
      { code: 'invalid_request', message, fix: 'Sign it with the phone’s key, for this issuer.' },
      environment,
    )
  }
}

/** A number of two digits, or three different ones and the one that is right. */
function drawNumbers(
  kind: SecondFactorPolicy['pushNumber'],
  environment: Environment,
): { choices: number[]; number: number | undefined } {
  if (kind === 'none') return { choices: [], number: undefined }
  if (kind === 'typed') {
    const [byte = 0] = environment.randomBytes(1, 'push_number')
    return { choices: [], number: 10 + (byte % 90) }
  }
  const choices: number[] = []
  for (let least = 10; least < 100; least += 30) {
    const [byte = 0] = environment.randomBytes(1, 'push_number')
    choices.push(least + (byte % 30))
  }
  const [byte = 0] = environment.randomBytes(1, 'push_choice')
  return { choices, number: choices[byte % choices.length] ?? 0 }
}
