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

/**
 * A comment or doctype that nothing closes goes on to the end (HTML §13.2.5). Nothing here repeats a group: of a long page
 * that would need more stack than there is.
 */
const PIECE = /<!--[\s\S]*?(?:-->|$)|<![^>]*>?|<(\/?)([a-z][a-z0-9-]*)|[^<]+|</gi
const ATTRIBUTE = /\s+([^\s<=>"/]+)(?:="([^"]*)")?/y
const TAG_END = /\s*\/?>/y
const REFERENCE = /&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The tags and texts of a page, in order; comments and the doctype are left out. Takes time by its length. Never throws. */
export function scanPage(html: string): Token[] {
  const tokens: Token[] = []
  // HTML cannot carry these two characters: its input stream turns CR into LF, its tokenizer NUL into U+FFFD (§13.2.3.5, §13.2.5).
  const source = html.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  PIECE.lastIndex = 0
  for (let match = PIECE.exec(source); match !== null; match = PIECE.exec(source)) {
    const [piece, slash, name] = match
    if (piece.startsWith('<!')) continue
    const rest = name === undefined ? undefined : readRestOfTag(source, PIECE.lastIndex)
    if (name === undefined || rest === undefined) {
      // What only begins like a tag is text from its “<” on.
      const text = name === undefined ? piece : '<'
      tokens.push({ type: 'text', text: resolveReferences(text) })
      PIECE.lastIndex = match.index + text.length
      continue
    }
    if (slash === '/') tokens.push({ type: 'end', name: name.toLowerCase() })
    else tokens.push({ type: 'start', name: name.toLowerCase(), attributes: rest.attributes })
    PIECE.lastIndex = rest.end
  }
  return tokens
}

/**
 * What stands between the start tag at `index` and the next tag of its name, `[]` when that one is missing. HTML allows none
 * of the elements read here within another of its name, so their contents never overlap.
 */
export function contentOf(tokens: readonly Token[], index: number): readonly Token[] {
  const start = tokens[index]
  if (start?.type !== 'start') return []
  let end = index + 1
  while (end < tokens.length && !isTag(tokens[end], start.name)) end++
  return end < tokens.length ? tokens.slice(index + 1, end) : []
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

function isTag(token: Token | undefined, name: string): boolean {
  return token !== undefined && token.type !== 'text' && token.name === name
}

/** What follows the name of a tag, and where the tag ends; `undefined` when it does not. */
function readRestOfTag(
  source: string,
  from: number,
): { readonly attributes: ReadonlyMap<string, string>; readonly end: number } | undefined {
  const attributes = new Map<string, string>()
  let end = from
  ATTRIBUTE.lastIndex = from
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    const [, name = '', value = ''] = match
    end = ATTRIBUTE.lastIndex
    // Of two attributes with one name the first counts (HTML §13.2.5.33).
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), resolveReferences(value))
  }
  TAG_END.lastIndex = end
  return TAG_END.test(source) ? { attributes, end: TAG_END.lastIndex } : undefined
}

function resolveReferences(text: string): string {
  return text.replace(REFERENCE, (reference, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? reference
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\ufffd'
  })
}
