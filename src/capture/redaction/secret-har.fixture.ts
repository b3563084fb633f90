/** Recordings with a secret in some places: how a place is described, and how it is put into a HAR. */
import { GOOD_LOGIN, REDEEMED, toHar } from '../sample-har.fixture.ts'

const BASE = toHar(GOOD_LOGIN)

interface Pair {
  name: string
  value: string
}

interface Message {
  headers: Pair[]
  [member: string]: unknown
}

/** As much of the format as the places below need; everything else may be added. */
interface Entry {
  request: Message & { method: string; url: string }
  response: Message & { status: number }
  [member: string]: unknown
}

/** A HAR as an object. */
export interface Har {
  log: { entries: Entry[]; [member: string]: unknown }
}

/** Where a secret can stand. */
export interface Place {
  readonly name: string
  /** What the place takes: any text, a label of a host name, or no number that may be a lifetime or a moment, which are meant to be seen. */
  readonly takes: 'text' | 'label' | 'no number'
  put(har: Har, secret: string): void
}

/** The entries of the login that every recording begins with. */
const STEPS = ['discovery', 'authorization', 'callback', 'token', 'call'] as const
type Step = (typeof STEPS)[number]

/** The entry of a step. */
export function at(har: Har, step: Step): Entry {
  const entry = har.log.entries[STEPS.indexOf(step)]
  if (entry === undefined) throw new Error(`There is no ${step}.`)
  return entry
}

/** A place that takes any text. */
export function inText(name: string, put: Place['put']): Place {
  return { name, takes: 'text', put }
}

/** Sets a parameter of an address. */
export function setQuery(entry: Entry, name: string, value: string): void {
  const address = new URL(entry.request.url)
  address.searchParams.set(name, value)
  entry.request.url = address.href
}

/** Replaces a header line. */
export function setHeader(message: Message, name: string, value: string): void {
  message.headers = [...message.headers.filter((line) => line.name !== name), { name, value }]
}

/** Sets fields of the token request. */
export function setForm(har: Har, fields: Readonly<Record<string, string>>): void {
  at(har, 'token').request.postData = {
    mimeType: 'application/x-www-form-urlencoded',
    text: `${new URLSearchParams({ ...REDEEMED, ...fields })}`,
  }
}

/** Answers a step with JSON. */
export function setAnswer(har: Har, step: Step, members: object, status = 200): void {
  const { response } = at(har, step)
  response.status = status
  response.content = { mimeType: 'application/json', text: JSON.stringify(members) }
}

/** Redirects from the authorization endpoint. */
export function setRedirect(har: Har, location: string): void {
  setHeader(at(har, 'authorization').response, 'location', location)
}

/** Percent-encoded. */
export const url = (secret: string) => encodeURIComponent(secret)

/** The text of a HAR with secrets in some places. */
export function secretHar(secrets: readonly { readonly place: Place; readonly secret: string }[]): string {
  const har: Har = JSON.parse(BASE)
  for (const { place, secret } of secrets) place.put(har, secret)
  return JSON.stringify(har)
}
