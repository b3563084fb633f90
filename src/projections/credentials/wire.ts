/** Which credentials the messages of a run carry: tokens where they stand, cookies and keys in headers, one-time codes by what the server noted. */
import { type HttpRequest, type HttpResponse, header, headers, parseSetCookie } from '../../http/index.ts'
import type { Message, Trace } from '../../simulation/types.ts'
import { issueKey, issuesIn } from '../issues.ts'
import type { Lifetime } from '../lifetimes/index.ts'
import { namedTokensIn, tokensOf } from '../tokens.ts'

/** What each message carries, by its gate and in the order of the message; a message that carries nothing has no entry. */
export function cargoIn(
  trace: Trace,
  lifetimes: readonly Lifetime[],
  values: ReadonlyMap<string, Lifetime>,
): ReadonlyMap<string, readonly Lifetime[]> {
  const byName = new Map(lifetimes.map((lifetime) => [lifetime.name, lifetime]))
  const names = new Map(namedTokensIn(trace).map(({ token, name }) => [token, name]))
  const typed = typedIn(trace)
  const cargo = new Map<string, readonly Lifetime[]>()
  for (const event of trace) {
    // A request may be changed while it waits.
    if (event.type !== 'held' && event.type !== 'rewritten') continue
    const { message } = event
    const tokens = tokensOf(message).flatMap(
      ({ token }) => byName.get(names.get(token) ?? '') ?? values.get(token) ?? [],
    )
    const kept = valuesOf(message).flatMap((value) => values.get(value) ?? [])
    const codes = message.direction === 'request' ? (typed.get(message.exchange) ?? []) : []
    const carried = [...kept, ...tokens, ...codes.flatMap((name) => byName.get(name) ?? [])]
    if (carried.length > 0) cargo.set(message.gate, [...new Set(carried)])
    else cargo.delete(message.gate)
  }
  return cargo
}

/** Values in headers that tokens do not stand in: cookies, and an API key. */
function valuesOf({ direction, request, response }: Message): string[] {
  if (direction === 'step') return []
  return response === undefined ? requestValues(request) : cookiesSet(response)
}

function requestValues(request: HttpRequest): string[] {
  const pairs = (header(request, 'cookie') ?? '').split('; ')
  const key = header(request, 'x-api-key')
  return [...pairs.map((pair) => pair.slice(pair.indexOf('=') + 1)), ...(key === undefined ? [] : [key])]
}

function cookiesSet(response: HttpResponse): string[] {
  return headers(response, 'set-cookie').flatMap((line) => parseSetCookie(line)?.value ?? [])
}

/** One-time codes by exchange: a person types them, and the server notes which one it was. */
function typedIn(trace: Trace): ReadonlyMap<string, readonly string[]> {
  const issues = issuesIn(trace)
  const typed = new Map<string, string[]>()
  for (const event of trace) {
    if (event.type !== 'note' || event.note.type !== 'lifecycle' || event.exchange === undefined) continue
    if (event.note.artifact !== 'one_time_code' || event.note.change === 'issued') continue
    const name = issues.get(issueKey(event.actor, event.note))?.name
    if (name !== undefined) typed.set(event.exchange, [...(typed.get(event.exchange) ?? []), name])
  }
  return typed
}
