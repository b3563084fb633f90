/** Text that goes into XML 1.0 documents. */

/** What no document may have, escaped or not (XML 1.0 §2.2): controls but tab and line ends, lone surrogates, two noncharacters. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text without the characters that XML does not allow. */
export function legalXml(text: string): string {
  return text.replace(ILLEGAL, '')
}

/** Escapes a text for content and for quoted attributes; tabs and line ends as references, or a parser would make blanks of them. */
export function escapeXml(text: string): string {
  return legalXml(text).replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
