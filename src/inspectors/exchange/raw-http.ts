/** A message as it would stand on the wire, in pieces that can be coloured. */
import { type HeaderLine, type HttpRequest, type HttpResponse, mediaType } from '../../http/index.ts'

/** What a piece is, for its colour. */
type PieceKind = 'method' | 'target' | 'status' | 'name' | 'value' | 'number' | 'mark' | 'text'

/** A run of characters of one kind. */
export interface Piece {
  readonly kind: PieceKind
  readonly text: string
}

/** A message: lines of pieces. */
export interface RawMessage {
  readonly startLine: readonly Piece[]
  readonly headers: readonly (readonly Piece[])[]
  readonly body: readonly (readonly Piece[])[]
  /** True for pages, whose markup says little of the protocol. */
  readonly isPage: boolean
  /** Characters of the body as sent. */
  readonly bodyLength: number
}

/** A request in HTTP/1.1 syntax (RFC 9112 §3). */
export function rawRequest(request: HttpRequest): RawMessage {
  const url = new URL(request.url)
  return {
    startLine: [
      { kind: 'method', text: request.method },
      { kind: 'mark', text: ' ' },
      { kind: 'target', text: url.pathname },
      ...(url.search === '' ? [] : [mark('?'), ...formPieces(url.search.slice(1))]),
      { kind: 'mark', text: ' HTTP/1.1' },
    ],
    headers: headerLines(request.headers),
    ...body(request),
  }
}

/** A response in HTTP/1.1 syntax (RFC 9112 §4). */
export function rawResponse(response: HttpResponse): RawMessage {
  return {
    startLine: [mark('HTTP/1.1 '), { kind: 'status', text: String(response.status) }],
    headers: headerLines(response.headers),
    ...body(response),
  }
}

function mark(text: string): Piece {
  return { kind: 'mark', text }
}

function headerLines(headers: readonly HeaderLine[]): Piece[][] {
  return headers.map(([name, value]) => [{ kind: 'name', text: name }, mark(': '), { kind: 'value', text: value }])
}

function body(message: HttpRequest | HttpResponse): Pick<RawMessage, 'body' | 'isPage' | 'bodyLength'> {
  const type = mediaType(message)
  return { body: bodyLines(message.body, type), isPage: type === 'text/html', bodyLength: message.body.length }
}

function bodyLines(text: string, type: string): Piece[][] {
  if (text === '') return []
  if (type === 'application/x-www-form-urlencoded') return [formPieces(text)]
  if (type.endsWith('json')) return jsonLines(text)
  return text.split('\n').map((line) => [{ kind: 'text', text: line }])
}

/** `name=value&name=value`, encoded as sent. */
function formPieces(text: string): Piece[] {
  return text.split('&').flatMap((pair, index): Piece[] => {
    const equals = pair.indexOf('=')
    const name = equals < 0 ? pair : pair.slice(0, equals)
    return [
      ...(index > 0 ? [mark('&')] : []),
      { kind: 'name', text: name },
      ...(equals < 0 ? [] : [mark('='), { kind: 'value', text: pair.slice(equals + 1) } as const]),
    ]
  })
}

const JSON_PIECES = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|true|false|null|[^"\d-]+?(?=["\d-]|true|false|null|$)/g

/** JSON, laid out; what is no JSON stays as it is. */
function jsonLines(text: string): Piece[][] {
  let laidOut: string
  try {
    laidOut = JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return [[{ kind: 'text', text }]]
  }
  return laidOut.split('\n').map((line) =>
    [...line.matchAll(JSON_PIECES)].flatMap(([whole, string, colon]): Piece[] => {
      if (string === undefined) return [{ kind: /^[-\dtfn]/.test(whole) ? 'number' : 'mark', text: whole }]
      return colon === undefined ? [{ kind: 'value', text: string }] : [{ kind: 'name', text: string }, mark(colon)]
    }),
  )
}
