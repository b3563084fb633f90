/** Messages of a recording in which only what the specifications say is left, and every other value has a name. */
import {
  type FormFields,
  type HttpRequest,
  type HttpResponse,
  mediaType,
  parseForm,
  serialiseForm,
} from '../../http/index.ts'
import { parseJson } from '../../lib/json.ts'
import { decodeJwt } from '../../projections/jwt.ts'
import { REGISTERED_NAMES } from '../../reference/registered-names.ts'
import { createAddresses } from './addresses.ts'
import { createHeaderLines, METHODS } from './headers.ts'
import type { ShownHosts } from './hosts.ts'
import { createPlaceholders } from './placeholders.ts'
import { shownSentence } from './sentence.ts'
import { SORTS, TREATMENTS } from './vocabulary.ts'

/** Redacts one recording; the same value has the same name in all of it. */
export interface Redactor {
  request(request: HttpRequest): HttpRequest
  response(response: HttpResponse): HttpResponse
  /** Any address, absolute or relative. */
  address(url: string): string
  /** A value by the name that it stands under. */
  value(name: string, value: string): string
  /** What a server wrote for people. */
  sentence(text: string): string
  /** A token that says something of itself: its claims as indented JSON, without its signature; `undefined` for others. */
  claims(token: string): string | undefined
}

const MOST_MEMBERS = 60
const DEEPEST_MEMBER = 4
/** In the place of what is nested more deeply. */
const DEEPER = '…'

/** Ten years: a lifetime, never an identifier. */
const MOST_SECONDS = 315_360_000
/** From 2000 to 2100, in seconds from the epoch. */
const [EARLIEST, LATEST] = [946_684_800, 4_102_444_800]

/** Nothing redacted yet. */
export function createRedactor(hosts: ShownHosts = 'domain'): Redactor {
  const placeholders = createPlaceholders()
  const address = createAddresses(placeholders, hosts, fields)
  const headerLine = createHeaderLines(placeholders, { address, value, seconds })
  const sentence = (text: string) => shownSentence(text, placeholders)

  function value(name: string, text: string): string {
    if (text === '') return ''
    const treatment = TREATMENTS.get(name)
    const sort = SORTS.get(name) ?? 'value'
    switch (treatment) {
      case undefined:
        return placeholders.nameOf(sort, text)
      case 'address':
        return address(text)
      case 'sentence':
        return sentence(text)
      case 'seconds':
        return seconds(text) ?? placeholders.nameOf(sort, text)
      case 'time':
        return time(text) ?? placeholders.nameOf(sort, text)
      default:
        return text
          .split(' ')
          .map((word) => (word === '' || treatment.has(word) ? word : placeholders.nameOf(sort, word)))
          .join(' ')
    }
  }

  function shownName(name: string): string {
    return REGISTERED_NAMES.has(name) ? name : placeholders.nameOf('name', name)
  }

  function fields(pairs: FormFields): FormFields {
    return pairs.map(([name, text]) => [shownName(name), value(name, text)])
  }

  function body(message: HttpRequest | HttpResponse): string {
    if (message.body === '') return ''
    const type = mediaType(message)
    if (type === 'application/x-www-form-urlencoded') return serialiseForm(fields(parseForm(message.body)))
    const content = type.endsWith('json') ? parseJson(message.body) : undefined
    return content === undefined ? placeholders.nameOf('body', message.body) : JSON.stringify(member('', content, 0))
  }

  function member(name: string, content: unknown, depth: number): unknown {
    if (content === null || typeof content === 'boolean') return content
    if (typeof content !== 'object') {
      const shown = value(name, String(content))
      return shown === String(content) ? content : shown
    }
    if (depth >= DEEPEST_MEMBER) return DEEPER
    if (Array.isArray(content)) return content.slice(0, MOST_MEMBERS).map((item) => member(name, item, depth + 1))
    return Object.fromEntries(
      Object.entries(content)
        .slice(0, MOST_MEMBERS)
        .map(([key, item]) => [shownName(key), member(key, item, depth + 1)]),
    )
  }

  return {
    value,
    address,
    sentence,
    request: (request) => ({
      method: METHODS.has(request.method) ? request.method : placeholders.nameOf('method', request.method),
      url: address(request.url),
      headers: request.headers.flatMap(headerLine),
      body: body(request),
    }),
    response: (response) => ({
      status: response.status,
      headers: response.headers.flatMap(headerLine),
      body: body(response),
    }),
    claims(token) {
      const jwt = decodeJwt(token)
      return jwt && JSON.stringify({ header: member('', jwt.header, 0), claims: member('', jwt.claims, 0) }, null, 2)
    },
  }
}

function seconds(text: string): string | undefined {
  return /^(?:0|[1-9]\d{0,8})$/.test(text) && Number(text) <= MOST_SECONDS ? text : undefined
}

function time(text: string): string | undefined {
  return /^\d{9,10}$/.test(text) && Number(text) >= EARLIEST && Number(text) <= LATEST ? text : undefined
}
