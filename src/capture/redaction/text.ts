/** Free words of a recording: path segments, host names, names of parameters, sentences of servers. */
import type { Placeholders } from './placeholders.ts'
import { isPlainWord } from './plain-words.ts'

/** Lengths at which a word may be a name and no longer is one. */
const LONGEST_NAME = 24
const LONGEST_SEGMENT = 40
const LONGEST_SENTENCE = 300

/** Names of endpoints and parameters: letters with few digits, of a length that people write. */
const NAME = /^_{0,2}[a-z][a-z_.:[\]-]*\d{0,2}$/i
const VERSION = /^v?\d{1,2}(?:\.\d{1,2}){0,2}$/i

/** True for a word that a developer chose, such as `openid-connect`, `v2.0`, `redirect_uri`; false for what a machine or a person filled in. */
export function isName(word: string): boolean {
  if (VERSION.test(word)) return true
  return word.length <= LONGEST_SEGMENT && NAME.test(word) && word.split(/[_.:[\]-]/).every(isWord)
}

/** `token`, `JSESSIONID`, `accessToken`, `sha256`. What a machine made has capitals in odd places, or goes on without a break. */
function isWord(text: string): boolean {
  const humps = text.replace(/\d{1,3}$/, '').split(/(?<=[a-z])(?=[A-Z])/)
  return humps.every(
    (hump) =>
      /^(?:[A-Z]?[a-z]{0,18}|[A-Z]{1,12})$/.test(hump) && (humps.length === 1 || hump.length >= 3 || hump === 'Id'),
  )
}

/** The name of a parameter, a member, a cookie: kept when it is one. */
export function shownName(name: string, placeholders: Placeholders): string {
  const known = placeholders.known(name)
  if (known !== undefined) return known
  return name.length <= LONGEST_NAME && isName(name) ? name : placeholders.nameOf('name', name)
}

/** A segment of a path or a label of a host name. */
export function shownSegment(segment: string, placeholders: Placeholders): string {
  if (segment === '' || segment === '*') return segment
  const known = placeholders.known(segment)
  if (known !== undefined) return known
  return isName(segment) || segment === '.well-known' ? segment : placeholders.nameOf('id', segment)
}

/** What a server wrote for people: only words that are in no way special are kept. */
export function shownSentence(sentence: string, placeholders: Placeholders): string {
  return sentence
    .slice(0, LONGEST_SENTENCE)
    .split(/(\s+)/)
    .map((word) => {
      const [, before = '', core = '', after = ''] = /^([("'“‘[]*)(.*?)([)\]"'”’.,:;!?]*)$/s.exec(word) ?? []
      if (core.trim() === '') return word
      const known = placeholders.known(core)
      const shown = known ?? (isPlainWord(core) ? core : placeholders.nameOf('word', core))
      return `${before}${shown}${after}`
    })
    .join('')
}
