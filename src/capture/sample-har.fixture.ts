/** A recorded login for tests, made in code: what a browser's network panel saves, with any request changed or added. */
import { base64url, utf8 } from '../lib/encoding.ts'
import { createHarReader } from './reading/har-reader.ts'
import { analyse, type CaptureReport } from './report.ts'

/** An entry in short. `at` is in seconds from the start. */
export interface SampleEntry {
  readonly at?: number
  readonly tookMs?: number
  readonly method?: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
  /** What is sent, as it stands. */
  readonly text?: string
  /** What is sent as JSON. */
  readonly body?: unknown
  /** 0 where no answer came. */
  readonly status?: number
  readonly answerHeaders?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** What is answered as HTML. */
  readonly page?: string
  readonly type?: string
}

/** A moment in the past, in epoch milliseconds. */
const START_MS = Date.UTC(2026, 0, 5, 9)

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
/** Its hash (RFC 7636 appendix B). */
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const CALLBACK = 'https://shop.example/callback'

/** The parameters of the authorization request. */
export const ASKED: Readonly<Record<string, string>> = {
  response_type: 'code',
  client_id: 'print-shop-web',
  redirect_uri: CALLBACK,
  scope: 'openid photos:read',
  state: 'tJ3kQ9-state-one',
  nonce: 'n-0S6_WzA2Mj-one',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
}

/** What comes back. */
export const RETURNED = { code: 'SplxlOBeZQQYbYS6WxSbIA', state: ASKED.state ?? '' }

/** The form of the token request. */
export const REDEEMED: Readonly<Record<string, string>> = {
  grant_type: 'authorization_code',
  code: RETURNED.code,
  redirect_uri: CALLBACK,
  client_id: 'print-shop-web',
  code_verifier: VERIFIER,
}

/** The claims of the ID token. */
export const CLAIMS: Readonly<Record<string, unknown>> = {
  iss: 'https://login.example',
  aud: 'print-shop-web',
  sub: 'user-248289761001',
  nonce: ASKED.nonce,
  exp: START_MS / 1000 + 600,
  email: 'ada.lovelace@mail.example',
}

/** A token with a signature of no meaning. */
export function jwt(claims: Readonly<Record<string, unknown>>, header: object = { alg: 'RS256', typ: 'JWT' }): string {
  const part = (value: object) => base64url(utf8(JSON.stringify(value)))
  return `${part(header)}.${part(claims)}.${base64url(utf8('c2lnbmF0dXJl-of-no-meaning'))}`
}

/** The discovery document of the server. */
export const discovery: SampleEntry = {
  url: 'https://login.example/.well-known/openid-configuration',
  json: { issuer: 'https://login.example', authorization_endpoint: 'https://login.example/authorize' },
}

/** The authorization request, answered by a redirect to the callback. */
export function authorization(asked = ASKED, returned: Readonly<Record<string, string>> = RETURNED): SampleEntry {
  return {
    at: 1,
    url: `https://login.example/authorize?${new URLSearchParams(asked)}`,
    status: 302,
    answerHeaders: { location: `${CALLBACK}?${new URLSearchParams(returned)}` },
    type: 'document',
  }
}

/** The request that the redirect leads to. */
export function callback(returned: Readonly<Record<string, string>> = RETURNED): SampleEntry {
  return { at: 2, url: `${CALLBACK}?${new URLSearchParams(returned)}`, type: 'document' }
}

/** The token request and its answer. */
export function token(form = REDEEMED, json: unknown = ANSWERED, status = 200): SampleEntry {
  return { at: 3, method: 'POST', url: 'https://login.example/token', form, json, status }
}

/** A call of the API. */
export function call(status = 200, answerHeaders: Readonly<Record<string, string>> = {}): SampleEntry {
  return {
    at: 4,
    url: 'https://api.example/photos',
    headers: { authorization: 'Bearer 2YotnFZFEjr1zCsicMWpAA' },
    json: { owner: 'Ada' },
    status,
    answerHeaders,
  }
}

/** What the token endpoint answers. */
export const ANSWERED = {
  access_token: '2YotnFZFEjr1zCsicMWpAA',
  token_type: 'Bearer',
  expires_in: 300,
  refresh_token: 'tGzv3JOkF0XG5Qx2TlKWIA',
  id_token: jwt(CLAIMS),
}

/** A login in which every rule holds. */
export const GOOD_LOGIN: readonly SampleEntry[] = [discovery, authorization(), callback(), token(), call()]

/** The text of a HAR. */
export function toHar(entries: readonly SampleEntry[]): string {
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: entries.map(toEntry) },
  })
}

/** The report on a login. */
export function reportOn(entries: readonly SampleEntry[]): Promise<CaptureReport> {
  const reader = createHarReader()
  reader.push(toHar(entries))
  return analyse(reader.end())
}

/** The ids of the rules that a login breaks, and of those that it weakens. */
export async function brokenRules(entries: readonly SampleEntry[]): Promise<string[]> {
  const { rules } = await reportOn(entries)
  return rules.filter(({ findings }) => findings.length > 0).map(({ id }) => id)
}

function toEntry(entry: SampleEntry) {
  const {
    at = 0,
    tookMs = 20,
    method = 'GET',
    url,
    headers = {},
    form,
    body,
    text,
    page,
    status = 200,
    answerHeaders = {},
    json,
    type,
  } = entry
  const lines = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).map(([name, value]) => ({ name, value }))
  return {
    startedDateTime: new Date(START_MS + at * 1000).toISOString(),
    time: tookMs,
    request: {
      method,
      url,
      headers: lines(headers),
      ...(form && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: `${new URLSearchParams(form)}` },
      }),
      ...(text !== undefined && { postData: { mimeType: '', text } }),
      ...(body !== undefined && { postData: { mimeType: 'application/json', text: JSON.stringify(body) } }),
    },
    response: {
      status,
      headers: lines(answerHeaders),
      content:
        json === undefined
          ? { mimeType: 'text/html', text: page }
          : { mimeType: 'application/json', text: JSON.stringify(json) },
    },
    _resourceType: type ?? 'fetch',
  }
}
