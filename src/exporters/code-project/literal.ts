/** Plain values as TypeScript source, laid out as Biome would: single quotes, two blanks, 120 columns. */

const WIDTH = 120
const INDENT = '  '

/** A key that is not longer goes on a line with a value that does not fit: a break would gain nothing. */
const SHORT_KEY = 4

/** What could end a line, hide or reorder text in an editor; JSON has the other escapes. */
const INVISIBLE = /[\x7f-\x9f\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

/** A value as an expression that begins in column `used` of a line indented by `depth` and has `after` characters behind it. */
export function writeValue(value: unknown, depth = 0, used = 0, after = 1): string {
  if (typeof value === 'string') return writeString(value)
  if (Array.isArray(value)) return writeArray(value, depth, used, after)
  if (typeof value === 'object' && value !== null) return writeObject(value, depth)
  return JSON.stringify(value)
}

/** A string literal, in the quotes that need fewer escapes. It has one line, and says the text exactly, lone surrogates too. */
export function writeString(text: string): string {
  const json = JSON.stringify(text)
    .slice(1, -1)
    .replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const count = (quote: string) => text.split(quote).length
  return count("'") > count('"') ? `"${json}"` : `'${json.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A call with one argument, as a statement or a part of one; what does not fit goes on lines of its own. */
export function writeCall(callee: string, argument: unknown, depth: number): string {
  const used = depth * INDENT.length + callee.length + 1
  const text = writeValue(argument, depth, used)
  const isTooLong = !text.includes('\n') && used + text.length + 1 > WIDTH
  if (typeof argument !== 'string' || !isTooLong) return `${callee}(${text})`
  return `${callee}(\n${INDENT.repeat(depth + 1)}${text},\n${INDENT.repeat(depth)})`
}

/** Lines, each indented to a depth; what is within a line stays as it is. */
export function indentLines(lines: readonly string[], depth: number): string {
  return lines.map((line) => (line === '' ? '' : INDENT.repeat(depth) + line)).join('\n')
}

function writeObject(value: object, depth: number): string {
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  if (members.length === 0) return '{}'
  const lines = members.map(([name, member]) => {
    const key = writeKey(name)
    const used = (depth + 1) * INDENT.length + key.length + 2
    const text = writeValue(member, depth + 1, used)
    const breaks = typeof member === 'string' && used + text.length + 1 > WIDTH && key.length > SHORT_KEY
    return breaks ? `${key}:\n${INDENT.repeat(depth + 2)}${text},` : `${key}: ${text},`
  })
  return block('{', lines, '}', depth)
}

function writeArray(value: readonly unknown[], depth: number, used: number, after: number): string {
  const flat = `[${value.map((item) => writeValue(item, depth)).join(', ')}]`
  const isTable = value.length > 1 && value.every((item) => Array.isArray(item) && item.length > 1)
  if (value.length === 0 || (!isTable && !flat.includes('\n') && used + flat.length + after <= WIDTH)) return flat
  const lines = value.map((item) => `${writeValue(item, depth + 1, (depth + 1) * INDENT.length)},`)
  return block('[', lines, ']', depth)
}

function block(open: string, lines: readonly string[], close: string, depth: number): string {
  return [open, indentLines(lines, depth + 1), INDENT.repeat(depth) + close].join('\n')
}

/** Written plainly, `__proto__` would be no member but the prototype. */
function writeKey(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : writeString(name)
}
