/** Parts of sentences that several kinds of rows share. */

/** A sentence, and the reason behind it; the sentence may begin with a small letter. */
export interface Words {
  readonly sentence: string
  readonly why: string
}

/** Joins sentences; empty ones are left out. */
export function sentence(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

/** “a, b and c”. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** A text with its first letter large. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** A text with its first letter small, unless its first word is a name or an acronym. */
export function uncapitalised(text: string): string {
  return /^(?:The|A|An|No|Nobody|Another|It)\b/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
}

/** A name of the protocol in words: `code_verifier` is “code verifier”. */
export function inWords(name: string): string {
  return name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`)
}

/** “5 minutes”, “1 hour 30 minutes”: virtual seconds in words. */
export function spanInWords(seconds: number): string {
  let rest = Math.round(seconds)
  const parts: string[] = []
  for (const [unit, size] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const) {
    const count = Math.floor(rest / size)
    if (count > 0) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`)
    rest %= size
  }
  return parts.join(' ') || 'no time'
}

/** A message as a reason of at most 160 characters, whole sentences as long as they fit. */
export function withinWhy(message: string): string {
  const text = message.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (text.length <= 160) return text
  const whole = text.slice(0, 160).replace(/(?<=[.!?])\s[^.!?]*$/, '')
  return whole.length < 160 ? whole : `${text.slice(0, 159).trimEnd()}…`
}
