/**
 * Cuts a page into tags and text without a DOM, so that a simulated user agent also runs where there is none.
 * It reads the HTML this project writes: tags balanced, attributes boolean or double-quoted, `<` and `&` in text
 * escaped. It is no general HTML parser: it repairs nothing, and a tag written in another way is plain text to it.
 */

/** A start tag; attribute names are lower case, a boolean attribute has the value `''`. */
export interface StartTag {
  readonly type: 'start'
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

/** A piece of a page, in document order. Text and attribute values have their character references resolved. */
export type Token =
  | StartTag
  | { readonly type: 'end'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }

const TOKEN = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s<=>"/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+|</gi
const ATTRIBUTE = /\s+([^\s<=>"/]+)(?:="([^"]*)")?/g
const REFERENCE = /&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The tags and texts of a page, in order; comments and the doctype are left out. Never throws. */
export function scanPage(html: string): Token[] {
  const tokens: Token[] = []
  // HTML cannot carry these two characters: its input stream turns CR into LF, its tokenizer NUL into U+FFFD (§13.2.3.5, §13.2.5).
  const source = html.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  for (const [piece, slash, name, attributes = ''] of source.matchAll(TOKEN)) {
    if (piece.startsWith('<!')) continue
    if (name === undefined) tokens.push({ type: 'text', text: resolveReferences(piece) })
    else if (slash === '/') tokens.push({ type: 'end', name: name.toLowerCase() })
    else tokens.push({ type: 'start', name: name.toLowerCase(), attributes: readAttributes(attributes) })
  }
  return tokens
}

/** What stands between the start tag at `index` and the next end tag of its name. */
export function contentOf(tokens: readonly Token[], index: number): readonly Token[] {
  const start = tokens[index]
  if (start?.type !== 'start') return []
  const length = tokens.slice(index).findIndex((token) => token.type === 'end' && token.name === start.name)
  return length < 0 ? [] : tokens.slice(index + 1, index + length)
}

/** The text of some tokens as a reader sees it: white space collapsed and trimmed. */
export function readableText(tokens: readonly Token[]): string {
  return rawText(tokens)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(/^ | $/g, '')
}

/** The text of some tokens, character for character. */
export function rawText(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === 'text' ? token.text : '')).join('')
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    // Of two attributes with one name the first counts (HTML §13.2.5.33).
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), resolveReferences(value))
  }
  return attributes
}

function resolveReferences(text: string): string {
  return text.replace(REFERENCE, (reference, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? reference
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\ufffd'
  })
}
