/** Header lines of a recording: those that a rule or a reader needs, with what the specifications say and placeholders for the rest. */
import { type HeaderLine, parseSetCookie } from '../../http/index.ts'
import { REGISTERED_NAMES } from '../../reference/registered-names.ts'
import type { Placeholders } from './placeholders.ts'

/** How to show what header lines are made of. */
interface Parts {
  address(url: string): string
  value(name: string, text: string): string
  seconds(text: string): string | undefined
}

const SCHEMES = /^(?:bearer|dpop|basic|digest|negotiate|ntlm|mutual)$/i

/** Methods (RFC 9110). */
export const METHODS: ReadonlySet<string> = words('GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH *')

const STANDARD_HEADERS = words(
  'accept accept-encoding accept-language authorization cache-control content-encoding content-language content-length content-type cookie date dpop dpop-nonce etag expires if-match if-modified-since if-none-match location origin pragma range referer retry-after user-agent vary www-authenticate x-requested-with *',
)
const DIRECTIVES = words(
  'no-store no-cache no-transform must-revalidate must-understand private public proxy-revalidate immutable only-if-cached max-age s-maxage max-stale min-fresh stale-while-revalidate stale-if-error',
)
const REFERRER_POLICIES = words(
  'no-referrer no-referrer-when-downgrade origin origin-when-cross-origin same-origin strict-origin strict-origin-when-cross-origin unsafe-url',
)
const MEDIA_TYPES = words(
  'application/json application/jwt application/jwk-set+json application/problem+json application/token-introspection+jwt application/x-www-form-urlencoded application/xml application/javascript application/octet-stream application/graphql-response+json application/hal+json application/scim+json application/vnd.api+json multipart/form-data text/css text/html text/javascript text/plain text/xml',
)

/** A list of words with commas between; `name` says what an unknown one is called. */
interface Listed {
  readonly words: ReadonlySet<string>
  readonly name: string
}

type Treatment =
  | Listed
  | 'address'
  | 'secret'
  | 'credentials'
  | 'cookies'
  | 'set-cookie'
  | 'challenge'
  | 'type'
  | 'seconds'

/** The others are left out. */
const HEADERS: ReadonlyMap<string, Treatment> = new Map<string, Treatment>([
  ['authorization', 'credentials'],
  ['cookie', 'cookies'],
  ['set-cookie', 'set-cookie'],
  ['www-authenticate', 'challenge'],
  ['dpop', 'secret'],
  ['dpop-nonce', 'secret'],
  ['location', 'address'],
  ['origin', 'address'],
  ['referer', 'address'],
  ['access-control-allow-origin', 'address'],
  ['access-control-allow-credentials', { words: words('true'), name: 'value' }],
  ['access-control-allow-headers', { words: STANDARD_HEADERS, name: 'header' }],
  ['access-control-allow-methods', { words: METHODS, name: 'method' }],
  ['access-control-request-method', { words: METHODS, name: 'method' }],
  ['access-control-request-headers', { words: STANDARD_HEADERS, name: 'header' }],
  ['content-type', 'type'],
  ['cache-control', { words: DIRECTIVES, name: 'directive' }],
  ['pragma', { words: DIRECTIVES, name: 'directive' }],
  ['referrer-policy', { words: REFERRER_POLICIES, name: 'policy' }],
  ['retry-after', 'seconds'],
])

/** How to show a header line; none for one that nobody needs. */
export function createHeaderLines(
  placeholders: Placeholders,
  { address, value, seconds }: Parts,
): (line: HeaderLine) => readonly HeaderLine[] {
  function shown(name: string, treatment: Treatment, text: string): string | undefined {
    switch (treatment) {
      case 'address':
        return address(text)
      case 'secret':
        return placeholders.nameOf(name, text)
      case 'credentials':
        return credentials(text)
      case 'cookies':
        return text.split(';').map(cookie).join('; ')
      case 'set-cookie':
        return setCookie(text)
      case 'challenge':
        return challenge(text)
      case 'type':
        return contentType(text)
      case 'seconds':
        return seconds(text)
      default:
        return text
          .split(',')
          .map((item) => listed(item.trim(), treatment))
          .join(', ')
    }
  }

  function listed(item: string, { words, name }: Listed): string {
    const [word = '', number = ''] = item.split('=', 2)
    if (!words.has(word) && !words.has(word.toLowerCase())) return placeholders.nameOf(name, word)
    return seconds(number) === undefined ? word : `${word}=${number}`
  }

  function credentials(text: string): string {
    const [, scheme = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(text) ?? []
    if (!SCHEMES.test(scheme)) return placeholders.nameOf('credentials', text)
    const sort = /^(?:bearer|dpop)$/i.test(scheme) ? 'access-token' : 'credentials'
    return `${scheme} ${placeholders.nameOf(sort, rest)}`
  }

  /** The prefixes are rules of RFC 6265bis; the name is the app's own. */
  function cookie(pair: string): string {
    const [, name = '', text = ''] = /^\s*([^=]*)=?(.*)$/s.exec(pair) ?? []
    const [prefix = ''] = /^__(?:Host|Secure)-/.exec(name) ?? []
    return `${prefix}${placeholders.nameOf('cookie-name', name)}=${text === '' ? '' : placeholders.nameOf('cookie', text)}`
  }

  function setCookie(line: string): string {
    const [pair = ''] = line.split(';', 1)
    const { path, domain, samesite = '', secure, httponly, ...rest } = parseSetCookie(line)?.attributes ?? {}
    const maxAge = seconds(rest['max-age'] ?? '')
    return [
      cookie(pair),
      ...(path === undefined ? [] : [`Path=${address(path)}`]),
      ...(domain === undefined ? [] : [`Domain=${address(`//${domain.replace(/^\./, '')}`).slice(2)}`]),
      ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
      ...(secure === undefined ? [] : ['Secure']),
      ...(httponly === undefined ? [] : ['HttpOnly']),
      ...(/^(?:lax|strict|none)$/i.test(samesite) ? [`SameSite=${samesite}`] : []),
    ].join('; ')
  }

  function challenge(line: string): string {
    const challenges: { readonly scheme: string; readonly parameters: string[] }[] = []
    for (const [whole, name, quoted, token] of line.matchAll(
      /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))|[^\s,]+/g,
    )) {
      if (name === undefined && SCHEMES.test(whole)) challenges.push({ scheme: whole, parameters: [] })
      else challenges.at(-1)?.parameters.push(parameter(whole, name, quoted?.replace(/\\(.)/gs, '$1') ?? token))
    }
    return challenges.map(({ scheme, parameters }) => `${scheme} ${parameters.join(', ')}`.trimEnd()).join(', ')
  }

  function parameter(whole: string, name: string | undefined, text = ''): string {
    if (name === undefined) return placeholders.nameOf('value', whole)
    const lower = name.toLowerCase()
    const shownName = REGISTERED_NAMES.has(lower) ? lower : placeholders.nameOf('name', name)
    return `${shownName}="${value(lower, text)}"`
  }

  function contentType(text: string): string {
    const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
    const charset = parameters.find((parameter) => /^charset="?(?:utf-8|us-ascii|iso-8859-1)"?$/.test(parameter))
    const shownType = MEDIA_TYPES.has(type) ? type : placeholders.nameOf('type', type)
    return charset === undefined ? shownType : `${shownType}; ${charset}`
  }

  return ([name, text]) => {
    const treatment = HEADERS.get(name)
    const line = treatment && shown(name, treatment, text)
    return line === undefined ? [] : [[name, line]]
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
