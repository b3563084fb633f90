/** What servers write for people: the words that errors are explained with anywhere, and placeholders for all others. */
import type { Placeholders } from './placeholders.ts'
import { isPlainWord } from './plain-words.ts'

const LONGEST_SENTENCE = 300
/** What stands in quotes or brackets is a value, whatever its words. */
const QUOTED =
  /["“”„«`]([^"“”„«»`]{1,300})["“”»`]|(?<=^|[\s(:=])['‘]([^'‘’]{1,300})['’](?=$|[\s.,:;)!?])|[[{<]([^[\]{}<>]{1,300})[\]}>]/g
const WORD = /^([(]?)(.*?)([).,:;!?]{0,3})$/s

/** A sentence with placeholders. */
export function shownSentence(sentence: string, placeholders: Placeholders): string {
  const text = sentence.slice(0, LONGEST_SENTENCE)
  const shown: string[] = []
  let end = 0
  for (const found of text.matchAll(QUOTED)) {
    const [whole, double, single, bracketed = ''] = found
    shown.push(...words(text.slice(end, found.index)), quoted(double ?? single ?? bracketed))
    end = found.index + whole.length
  }
  return [...shown, ...words(text.slice(end))].join(' ').replace(/ ([).,:;!?]+)(?= |$)/g, '$1')

  function quoted(inner: string): string {
    return /^\w{1,60}$/.test(inner) && isPlainWord(inner) ? `“${inner}”` : placeholders.nameOf('value', inner)
  }

  function words(part: string): string[] {
    return part
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => {
        const [, before = '', core = '', after = ''] = WORD.exec(word) ?? []
        return `${before}${core === '' || isPlainWord(core) ? core : placeholders.nameOf('word', core)}${after}`
      })
  }
}
