/** What a log prints before each line: a container's name, a process, a time. It cuts sentences and JSON that go over several lines. */

const LONGEST_PREFIX = 200

/** What each ASCII character is in a prefix: 1 ends it before a blank or the line's end, 2 belongs to the line itself, 3 is a digit. */
const KINDS = new Uint8Array(0x80)
const [SEPARATOR, CONTENT, DIGIT] = [1, 2, 3]
for (const character of '|:])>') KINDS[character.charCodeAt(0)] = SEPARATOR
for (const character of '"\'{}=\\\n') KINDS[character.charCodeAt(0)] = CONTENT
for (const character of '0123456789') KINDS[character.charCodeAt(0)] = DIGIT

/**
 * How many characters a line has of a prefix that the line before has too, numbers aside: `web-1 | `, `I/flutter (123): `,
 * `[pod/api] `. 0 where there is none. `name: ` alone is no prefix but a field.
 */
export function repeatedPrefix(input: string, before: number, line: number): number {
  let previous = before
  let index = line
  let end = line
  const limit = Math.min(input.length, line + LONGEST_PREFIX)
  while (index < limit && previous < line - 1) {
    const code = input.charCodeAt(index)
    const kind = KINDS[code]
    if (kind === DIGIT && KINDS[input.charCodeAt(previous)] === DIGIT) {
      while (previous < line && KINDS[input.charCodeAt(previous)] === DIGIT) previous += 1
      while (index < limit && KINDS[input.charCodeAt(index)] === DIGIT) index += 1
      continue
    }
    if (code !== input.charCodeAt(previous) || kind === CONTENT) break
    previous += 1
    index += 1
    if (kind === SEPARATOR) end = endOfPrefix(input, index) ?? end
  }
  return end > line && !isField(input.slice(line, end)) ? end - line : 0
}

/** Where a prefix ends after its separator: with a blank, or before the line's end. */
function endOfPrefix(input: string, index: number): number | undefined {
  const next = input[index] ?? '\n'
  if (next === ' ' || next === '\t') return index + 1
  return next === '\n' || next === '\r' ? index : undefined
}

function isField(prefix: string): boolean {
  return /^\s*[\w-]*:\s?$/.test(prefix)
}
