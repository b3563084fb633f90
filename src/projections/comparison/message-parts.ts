/** A message taken apart into named values, so that two messages can be compared value by value. */
import {
  type HeaderLine,
  type HttpRequest,
  type HttpResponse,
  mediaType,
  parseForm,
  parseSetCookie,
} from '../../http/index.ts'
import { fromBase64url, fromUtf8 } from '../../lib/encoding.ts'
import type { Json } from '../../lib/json.ts'
import type { Message } from '../../simulation/types.ts'
import { claimText } from '../claims/index.ts'
import { decodeJwt } from '../jwt.ts'
import { formBody, jsonBody, redirectFields } from '../message-fields.ts'
import { reasonPhrase } from '../response-detail.ts'

/** One value of a message, or of what a person did. */
export interface Part {
  /** Where it stands: `query`, `header`, `body`, `status` … */
  readonly place: string
  /** Such as `state`; `''` where the place says it all. */
  readonly name: string
  readonly value: string
  /** Of a time: seconds from the moment of the message, so that what happens later is not another thing for that. */
  readonly fromNow?: number
  /** Of a JWT: its header, claims and signature. */
  readonly inner?: readonly Part[]
}

/** Numbers that can only be times: epoch seconds between 2001 and 2286. */
const isTime = (value: Json): value is number => typeof value === 'number' && value >= 1e9 && value < 1e10

/** The parts of a message. `now` is the virtual time of its arrival, in epoch seconds. */
export function partsOf({ request, response, step }: Message, now: number): readonly Part[] {
  if (step !== undefined) return [{ place: 'step', name: '', value: step }]
  return response === undefined ? requestParts(request, now) : responseParts(request, response, now)
}

function requestParts(request: HttpRequest, now: number): Part[] {
  const url = new URL(request.url)
  const form = formBody(request)
  return [
    { place: 'method', name: '', value: request.method },
    { place: 'address', name: '', value: `${url.origin}${url.pathname}` },
    ...pairs('query', parseForm(url.search), now),
    ...request.headers.flatMap((line) => headerParts(line, now)),
    ...(form.length > 0 ? pairs('body', form, now) : textParts(request.body, mediaType(request), now)),
  ]
}

function responseParts(request: HttpRequest, response: HttpResponse, now: number): Part[] {
  const { query, fragment } = redirectFields(response)
  return [
    { place: 'status', name: '', value: `${response.status} ${reasonPhrase(response.status)}`.trimEnd() },
    ...response.headers.flatMap((line) =>
      line[0] === 'location' ? [addressPart(line[1], request.url)] : headerParts(line, now),
    ),
    ...pairs('redirect query', query, now),
    ...pairs('redirect fragment', fragment, now),
    ...textParts(response.body, mediaType(response), now),
  ]
}

/** Where a redirect leads, without its parameters. */
function addressPart(location: string, base: string): Part {
  const url = URL.canParse(location, base) ? new URL(location, base) : undefined
  return { place: 'redirect to', name: '', value: url === undefined ? location : `${url.origin}${url.pathname}` }
}

/** `host` repeats the address. Cookies are values of their own; a token is what it says. */
function headerParts([name, value]: HeaderLine, now: number): Part[] {
  switch (name) {
    case 'host':
      return []
    case 'cookie':
      return value.split('; ').map((cookie) => {
        const at = cookie.indexOf('=')
        return { place: 'cookie', name: cookie.slice(0, at), value: cookie.slice(at + 1) }
      })
    case 'set-cookie': {
      const cookie = parseSetCookie(value)?.name ?? ''
      return [{ place: 'set-cookie', name: cookie, value: value.slice(cookie.length + 1) }]
    }
    case 'authorization':
      return valueParts('header', name, basicCredentials(value) ?? value, now)
    default:
      return valueParts('header', name, value, now)
  }
}

function textParts(body: string, type: string, now: number): Part[] {
  if (body === '') return []
  if (type.endsWith('json'))
    return Object.entries(jsonBody({ headers: [['content-type', type]], body })).flatMap(([name, value]) =>
      valueParts('body', name, value as Json, now),
    )
  if (type !== 'text/html') return [{ place: 'body', name: '', value: body }]
  return [
    { place: 'page', name: '', value: textOf(body) },
    { place: 'markup', name: '', value: body },
  ]
}

/** What a page says: its text without the head, one blank between words. */
function textOf(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function pairs(place: string, fields: readonly (readonly [string, string])[], now: number): Part[] {
  return fields.flatMap(([name, value]) => valueParts(place, name, value, now))
}

/** One value as a part; objects member by member, a JWT claim by claim. */
function valueParts(place: string, name: string, value: Json, now: number): Part[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([member, inner]) =>
      inner === undefined ? [] : valueParts(place, `${name}.${member}`, inner, now),
    )
  }
  const text = claimText(value) ?? ''
  if (isTime(value)) return [{ place, name, value: text, fromNow: value - now }]
  const jwt = decodeJwt(text.replace(/^(?:Bearer|DPoP) /, ''))
  if (jwt === undefined) return [{ place, name, value: text }]
  const { header, claims, signature } = jwt
  const inner = [
    ...valueParts(place, `${name} header`, header, now),
    ...valueParts(place, name, claims, now),
    { place, name: `${name} signature`, value: signature },
  ]
  return [{ place, name, value: text, inner }]
}

/** Client id and secret as they were sent, form-encoded, so that a wrong one can be seen (RFC 6749 §2.3.1). */
function basicCredentials(value: string): string | undefined {
  const encoded = /^Basic ([\w+/]+)=*$/i.exec(value)?.[1]
  const bytes = encoded && fromBase64url(encoded.replaceAll('+', '-').replaceAll('/', '_'))
  return bytes && `Basic ${fromUtf8(bytes)}`
}
