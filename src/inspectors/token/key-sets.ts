/** The public keys that a run has shown: key sets on the wire, and what servers tell of themselves (RFC 7517 §5). */

import type { JSONWebKeySet } from 'jose'
import { parseJson } from '../../lib/json.ts'
import { stateAt } from '../../projections/index.ts'
import { eventsUpTo } from '../../projections/moments.ts'
import type { Message, Trace } from '../../simulation/types.ts'

/** A key set and where it was seen. */
export interface SeenKeySet {
  readonly keys: JSONWebKeySet
  /** Such as “the key set of step 23”. */
  readonly source: string
}

/** The newest key set at a step: the one on the wire, or else the one in the state of the issuer. */
export function keySetAt(trace: Trace, step: number, issuer: string | undefined): SeenKeySet | undefined {
  return keySetOnTheWire(trace, step, issuer) ?? keySetInState(trace, step, issuer)
}

function keySetOnTheWire(trace: Trace, step: number, issuer: string | undefined): SeenKeySet | undefined {
  const messages = new Map<string, Message>()
  let found: SeenKeySet | undefined
  for (const event of eventsUpTo(trace, step)) {
    if (event.type === 'held') messages.set(event.message.gate, event.message)
    const message = event.type === 'delivered' ? messages.get(event.gate) : undefined
    if (message?.response === undefined || !isFrom(message.request.url, issuer)) continue
    const keys = parseKeySet(message.response.body)
    if (keys !== undefined) found = { keys, source: `the key set of step ${event.step}` }
  }
  return found
}

/** A key set speaks for the origin that serves it. */
function isFrom(url: string, issuer: string | undefined): boolean {
  return issuer === undefined || !URL.canParse(issuer) || new URL(url).origin === new URL(issuer).origin
}

function keySetInState(trace: Trace, step: number, issuer: string | undefined): SeenKeySet | undefined {
  for (const state of Object.values(stateAt(trace, step))) {
    if (typeof state !== 'object' || state === null || !('issuer' in state) || state.issuer !== issuer) continue
    if (isKeySet(state.jwks)) return { keys: state.jwks, source: 'the keys of the authorization server' }
  }
  return undefined
}

function parseKeySet(body: string): JSONWebKeySet | undefined {
  const value: unknown = parseJson(body)
  return isKeySet(value) ? value : undefined
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys)) return false
  return value.keys.every((key: unknown) => typeof key === 'object' && key !== null && 'kty' in key)
}
