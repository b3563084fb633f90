/** What a log prints before each line: a container's name, a process, a time. It cuts sentences and JSON that go over several lines. */

const LONGEST_PREFIX = 200

/** What ends a prefix, before a blank or the line's end. */
const SEPARATORS = '|:])>'
/** What belongs to a line itself. */
const CONTENT = '"\'{}=\\'

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
    if (isDigit(input, previous) && isDigit(input, index)) {
      while (previous < line && isDigit(input, previous)) previous += 1
      while (index < limit && isDigit(input, index)) index += 1
      continue
    }
    const character = input[index] as string
    if (character !== input[previous] || character === '\n' || CONTENT.includes(character)) break
    previous += 1
    index += 1
    const next = input[index] ?? '\n'
    if (SEPARATORS.includes(character) && /\s/.test(next)) end = next === '\n' ? index : index + 1
  }
  return end > line && !/^\s*[\w-]*:\s?$/.test(input.slice(line, end)) ? end - line : 0
}

function isDigit(input: string, index: number): boolean {
  const code = input.charCodeAt(index)
  return code >= 0x30 && code <= 0x39
}
