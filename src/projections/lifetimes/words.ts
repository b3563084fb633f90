/** A lifetime in words: the accessible name of its bar, and how it stands in a few of them. */
import { formatDuration, formatTime } from '../duration.ts'
import type { Lifetime, LifetimeChange } from './index.ts'

/** “access token 2: issued 12:00:00, expires 12:05:00, revoked 12:01:00 (signed out)”. Times are UTC, later days dated. */
export function describeLifetime(lifetime: Lifetime, now: number): string {
  const { name, issuedAt, notBefore, expiresAt, changes, step } = lifetime
  const at = (time: number) => timeBeside(time, issuedAt)
  const parts = [
    `issued ${at(issuedAt)}${step === 0 ? ' before step 1' : ''}`,
    ...(notBefore === undefined ? [] : [`not before ${at(notBefore)}`]),
    expiresAt === undefined ? 'no expiry' : `${expiresAt <= now ? 'expired' : 'expires'} ${at(expiresAt)}`,
    ...changes.map((change) => `${wordOf(change)} ${at(change.time)}${change.reason ? ` (${change.reason})` : ''}`),
  ]
  return `${name}: ${parts.join(', ')}`
}

/** “live, 5 min left”, “not before 12:05:00”, “expired 12:05:00”, “revoked 12:01:00: signed out”. */
export function describeState({ state, notBefore, expiresAt, issuedAt, changes }: Lifetime, now: number): string {
  if (state === 'live' && notBefore !== undefined && now < notBefore)
    return `not before ${timeBeside(notBefore, issuedAt)}`
  if (state === 'live') {
    return expiresAt === undefined ? 'live, no expiry' : `live, ${formatDuration((expiresAt - now) / 1000)} left`
  }
  if (state === 'expired') return `expired ${timeBeside(expiresAt ?? now, issuedAt)}`
  const last = changes.findLast(({ change }) => change === state)
  return `${state} ${timeBeside(last?.time ?? now, issuedAt)}${last?.reason ? `: ${last.reason}` : ''}`
}

/** A time of day, with its date when that is another one than beside it. */
function timeBeside(time: number, other: number): string {
  const date = (value: number) => new Date(value).toISOString().slice(0, 10)
  return date(time) === date(other) ? formatTime(time) : `${date(time)} ${formatTime(time)}`
}

function wordOf({ change }: LifetimeChange): string {
  return change === 'issued' ? 'issued again' : change
}
