/** The sign-in that every recorder’s fixture holds, as HTTP: its token request repeats a redirect URI with a slash too many. */
import { authorization, REDEEMED, RETURNED } from '../sample-har.fixture.ts'

/** A name and a value, as recorders list them. */
export interface Pair {
  readonly name: string
  readonly value: string
}

/** An exchange, before a recorder has written it down. */
export interface Step {
  readonly method: string
  readonly url: string
  readonly requestHeaders: readonly Pair[]
  readonly form?: Readonly<Record<string, string>>
  /** 0 where no answer came. */
  readonly status: number
  readonly responseHeaders: readonly Pair[]
  readonly text: string
  readonly type: string
  /** Where the answer redirects to; `''` for any other. */
  readonly location: string
  /** Milliseconds from the start. */
  readonly at: number
}

const CALLBACK = `https://shop.example/callback?${new URLSearchParams(RETURNED)}`

/** Pairs of a record. */
export function pairs(record: Readonly<Record<string, string>>): Pair[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }))
}

/** The steps: authorization request, callback, token request that is refused. */
export const STEPS: readonly Step[] = [
  {
    method: 'GET',
    url: authorization().url,
    requestHeaders: [],
    status: 302,
    responseHeaders: [{ name: 'Location', value: CALLBACK }],
    text: '',
    type: '',
    location: CALLBACK,
    at: 0,
  },
  {
    method: 'GET',
    url: CALLBACK,
    requestHeaders: [],
    status: 200,
    responseHeaders: [{ name: 'Content-Type', value: 'text/html' }],
    text: '<html><title>Shop</title></html>',
    type: 'text/html',
    location: '',
    at: 400,
  },
  {
    method: 'POST',
    url: 'https://login.example/token',
    requestHeaders: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
    form: { ...REDEEMED, redirect_uri: `${REDEEMED.redirect_uri}/` },
    status: 400,
    responseHeaders: [{ name: 'Content-Type', value: 'application/json' }],
    text: '{"error":"invalid_grant"}',
    type: 'application/json',
    location: '',
    at: 900,
  },
]

/** The moment of a step, in UTC. */
export function momentOf({ at }: Step): string {
  return new Date(Date.UTC(2026, 0, 5, 9) + at).toISOString()
}

/** The same with an offset of two hours, as some write it. */
export function localMomentOf({ at }: Step): string {
  return new Date(Date.UTC(2026, 0, 5, 11) + at).toISOString().replace('Z', '+02:00')
}

/** The form of a step as text; `''` without one. */
export function bodyOf({ form }: Step): string {
  return form === undefined ? '' : `${new URLSearchParams(form)}`
}

/** Its query as pairs. */
export function queryOf({ url }: Step): Pair[] {
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
}
