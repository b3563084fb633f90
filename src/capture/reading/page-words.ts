/** What a page says: the errors that its scripts hold, its title, and the words a person reads. Linear in the length of the page. */

const MOST_WORDS = 1500
const MOST_ERRORS = 5
/** Names that sign-in pages keep an error under in the data of their scripts (Microsoft’s `sErrTxt`, `strServiceExceptionMessage`). */
const ERROR_MEMBER =
  /["'](?:[si]?err(?:or)?_?(?:code|txt|text|message|msg|description)?|strServiceExceptionMessage)["']\s{0,3}:\s{0,3}["']((?:[^"'\\]|\\.){1,500})["']/gi
/** Elements whose content nobody reads. */
const UNSEEN = ['script', 'style', 'svg', 'noscript', 'template']
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#39', "'"],
  ['nbsp', ' '],
])

/** The words, on lines: errors in data, then what is read. */
export function pageWords(html: string): string {
  const errors = [...html.matchAll(ERROR_MEMBER)]
    .map(([, message = '']) => message)
    .filter((message) => !/^(?:0|null|none|false)$/i.test(message))
    .slice(0, MOST_ERRORS)
    .map((message) => `error: ${message}`)
  return [...new Set(errors), readWords(html)].filter((line) => line !== '').join('\n')
}

/** True for words of a page whose scripts hold an error. */
export function holdsError(words: string): boolean {
  return words.startsWith('error: ')
}

function readWords(html: string): string {
  const parts: string[] = []
  let length = 0
  let at = 0
  while (at < html.length && length < MOST_WORDS) {
    const open = html.indexOf('<', at)
    const text = html.slice(at, open === -1 ? html.length : open).trim()
    if (text !== '') {
      parts.push(text)
      length += text.length
    }
    if (open === -1) break
    const close = html.indexOf('>', open)
    if (close === -1) break
    const name = /^<([a-z]+)/i.exec(html.slice(open, open + 12))?.[1]?.toLowerCase() ?? ''
    at = close + 1
    if (UNSEEN.includes(name)) {
      const end = html.indexOf(`</${name}`, at)
      if (end === -1) break
      at = end
    }
  }
  return parts
    .join(' ')
    .replace(/&(#?\w{1,6});/g, (entity, name: string) => ENTITIES.get(name) ?? entity)
    .replace(/\s+/g, ' ')
    .slice(0, MOST_WORDS)
}
