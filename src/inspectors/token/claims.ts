/** The members of a token as rows: value, meaning, and times against the virtual clock. */
import type { Json } from '../../lib/json.ts'
import { claimText } from '../../projections/index.ts'
import { formatInstant, relativeTime } from '../parts/virtual-time.ts'

/** One header parameter or claim. */
export interface Claim {
  readonly name: string
  /** Strings as they are, anything else as JSON. */
  readonly value: string
  readonly meaning?: string
  /** “2026-11-02 12:05:00 UTC”, on times. */
  readonly instant?: string
  /** “expires in 4 min 12 s”, on times. */
  readonly relative?: string
  /** True when the time makes the token unusable now. */
  readonly isAgainst?: boolean
}

/** Claims that are NumericDate values (RFC 7519 §2), and how their distance is said. */
const TIMES: Readonly<Record<string, (time: number, now: number) => Pick<Claim, 'relative' | 'isAgainst'>>> = {
  exp: (time, now) => ({
    relative: now >= time ? `expired ${relativeTime(time, now)}` : `expires ${relativeTime(time, now)}`,
    // “on or after which the JWT MUST NOT be accepted” (RFC 7519 §4.1.4)
    isAgainst: now >= time,
  }),
  nbf: (time, now) => ({ relative: `valid from ${relativeTime(time, now)}`, isAgainst: now < time }),
  iat: (time, now) => ({ relative: `issued ${relativeTime(time, now)}`, isAgainst: now < time }),
  auth_time: (time, now) => ({ relative: `signed in ${relativeTime(time, now)}` }),
}

/** Rows of a header or a claims set. `now` is virtual, in epoch seconds. */
export function claimRows(
  members: Readonly<Record<string, Json>>,
  meanings: ReadonlyMap<string, string>,
  now: number,
): readonly Claim[] {
  return Object.entries(members).map(([name, value]) => {
    const meaning = meanings.get(name)
    const time = typeof value === 'number' ? TIMES[name]?.(value, now) : undefined
    return {
      name,
      value: claimText(value) ?? '',
      ...(meaning !== undefined && { meaning }),
      ...(time !== undefined && { instant: formatInstant(Number(value)), ...time }),
    }
  })
}
