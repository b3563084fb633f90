/** Messages of a recording with everything replaced that is secret or personal, or that nobody knows to be neither. */
import {
  type FormFields,
  type HeaderLine,
  type HttpRequest,
  type HttpResponse,
  mediaType,
  parseForm,
  parseSetCookie,
  serialiseForm,
} from '../../http/index.ts'
import { decodeJwt } from '../../projections/jwt.ts'
import { createPlaceholders } from './placeholders.ts'
import { isName, shownName, shownSegment, shownSentence } from './text.ts'
import { HARMLESS, HEADERS, SORTS, WORDS } from './vocabulary.ts'

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

/** Nothing redacted yet. */
export function createRedactor(): Redactor {
  const placeholders = createPlaceholders()
  const sentence = (text: string) => shownSentence(text, placeholders)

  function secret(name: string, value: string): string {
    return value === '' ? '' : placeholders.nameOf(SORTS.get(name) ?? 'value', value)
  }

  function value(name: string, text: string): string {
    if (text === '') return ''
    const treatment = HARMLESS.get(name)
    if (name === 'error_description') return sentence(text)
    if (treatment === undefined) return secret(name, text)
    if (treatment === 'address') return address(text)
    return treatment.test(text) && (treatment !== WORDS || text.split(/[ ./:*-]/).every(isCommon))
      ? text
      : secret(name, text)
  }

  function isCommon(word: string): boolean {
    return word === '' || (isName(word) && placeholders.known(word) === undefined)
  }

  function fields(pairs: FormFields): FormFields {
    return pairs.map(([name, text]) => [shownName(name, placeholders), value(name, text)])
  }

  function address(url: string): string {
    const [, scheme = '', host = '', path = '', query = '', fragment = ''] =
      /^([a-z][a-z0-9+.-]*:(?:\/\/)?)?((?<=\/\/)[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url) ?? []
    if (url === '' || url === '*' || url === 'null') return url
    // A scheme without a host, as of a native app (RFC 8252 §7.1), or text that is no address at all.
    if (scheme !== '' && !/^https?:\/\/$/i.test(scheme) && host === '' && path !== '') return secret('url', url)
    return [
      scheme,
      host
        .replace(/^.*@/, '')
        .split(/(?=[:.])|(?<=[:.])/)
        .map(hostPart)
        .join(''),
      path
        .split('/')
        .map((segment) => shownSegment(decoded(segment), placeholders))
        .join('/'),
      query.length > 1 ? `?${serialiseForm(fields(parseForm(query)))}` : '',
      fragment.length > 1 ? `#${serialiseForm(fields(parseForm(fragment.slice(1))))}` : '',
    ].join('')
  }

  function hostPart(part: string): string {
    return /^(?:[:.]|\d{1,5})$/.test(part) ? part : shownSegment(part, placeholders)
  }

  function headerLine([name, text]: HeaderLine): HeaderLine[] {
    const treatment = HEADERS.get(name)
    switch (treatment) {
      case undefined:
        return []
      case 'address':
        return [[name, address(text)]]
      case 'secret':
        return [[name, placeholders.nameOf(name, text)]]
      case 'credentials':
        return [[name, credentials(text)]]
      case 'cookies':
        return [
          [
            name,
            text
              .split(';')
              .map((pair) => cookie(pair))
              .join('; '),
          ],
        ]
      case 'set-cookie':
        return [[name, setCookie(text)]]
      case 'challenge':
        return [[name, challenge(text)]]
      default:
        return treatment.test(text) ? [[name, text]] : []
    }
  }

  function credentials(text: string): string {
    const [, scheme = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(text) ?? []
    if (!/^(?:bearer|dpop|basic|digest|negotiate)$/i.test(scheme)) return placeholders.nameOf('credentials', text)
    const sort = /^(?:bearer|dpop)$/i.test(scheme) ? 'access-token' : 'credentials'
    return `${scheme} ${placeholders.nameOf(sort, rest)}`
  }

  function cookie(pair: string): string {
    const [, name = '', text = ''] = /^\s*([^=]*)=?(.*)$/s.exec(pair) ?? []
    return `${shownName(name, placeholders)}=${text === '' ? '' : placeholders.nameOf('cookie', text)}`
  }

  function setCookie(line: string): string {
    const [pair = ''] = line.split(';', 1)
    const { path, domain, samesite, secure, httponly, ...rest } = parseSetCookie(line)?.attributes ?? {}
    return [
      cookie(pair),
      ...(path === undefined ? [] : [`Path=${address(path)}`]),
      ...(domain === undefined
        ? []
        : [
            `Domain=${domain
              .split(/(?<=\.)|(?=\.)/)
              .map(hostPart)
              .join('')}`,
          ]),
      ...(/^-?\d{1,12}$/.test(rest['max-age'] ?? '') ? [`Max-Age=${rest['max-age']}`] : []),
      ...(secure === undefined ? [] : ['Secure']),
      ...(httponly === undefined ? [] : ['HttpOnly']),
      ...(/^(?:lax|strict|none)$/i.test(samesite ?? '') ? [`SameSite=${samesite}`] : []),
    ].join('; ')
  }

  function challenge(line: string): string {
    return line.replace(
      /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))|[^\s,]+/g,
      (whole, name: string | undefined, quoted: string | undefined, token: string | undefined) =>
        name === undefined
          ? shownName(whole, placeholders)
          : `${shownName(name, placeholders)}="${challengeValue(name.toLowerCase(), quoted ?? token ?? '')}"`,
    )
  }

  function challengeValue(name: string, text: string): string {
    return name === 'authorization_uri' || name === 'resource_metadata' ? address(text) : value(name, text)
  }

  function body(message: HttpRequest | HttpResponse): string {
    const type = mediaType(message)
    if (message.body === '') return ''
    if (type === 'application/x-www-form-urlencoded') return serialiseForm(fields(parseForm(message.body)))
    if (!type.endsWith('json')) return placeholders.nameOf('body', message.body)
    try {
      return JSON.stringify(member('', JSON.parse(message.body), 0))
    } catch {
      return placeholders.nameOf('body', message.body)
    }
  }

  function member(name: string, content: unknown, depth: number): unknown {
    if (content === null || typeof content === 'boolean') return content
    if (Array.isArray(content) && depth < DEEPEST_MEMBER) {
      return content.slice(0, MOST_MEMBERS).map((item) => member(name, item, depth + 1))
    }
    if (typeof content !== 'object') {
      const shown = value(name, String(content))
      return shown === String(content) ? content : shown
    }
    if (depth >= DEEPEST_MEMBER) return placeholders.nameOf('value', JSON.stringify(content).slice(0, 10_000))
    return Object.fromEntries(
      Object.entries(content)
        .slice(0, MOST_MEMBERS)
        .map(([key, item]) => [shownName(key, placeholders), member(key, item, depth + 1)]),
    )
  }

  return {
    value,
    address,
    sentence,
    request: (request) => ({
      method: request.method,
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

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
