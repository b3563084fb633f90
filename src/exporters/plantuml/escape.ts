/**
 * Text that PlantUML shows as it was written, whatever it says. Its preprocessor, its command lines and its Creole markup
 * each read a label before it is drawn; `<U+XXXX>` is decoded after all of them.
 */

/** Stands for an empty line, which PlantUML would take for no label at all, and keeps two characters apart. */
const ZERO_WIDTH_SPACE = '<U+200B>'

/**
 * What one of PlantUML's readers may take for its own: the escape character `\`, tags and colours `<…>`, directives `@` and
 * `!`, functions and variables `%` and `$`, quotes and comments, links `[[`, tables `|`, and Creole's pairs.
 */
const READ =
  /[\\<>~%"'@!$[\]{}|^*#`;]|&(?=#)|\/(?=\/)|(?<=\/)\/|-(?=-)|(?<=-)-|_(?=_)|(?<=_)_|=(?=[= ]|$)|(?<==)=|\.(?=\.)|(?<=\.)\./gm

/** The text that PlantUML is asked to show: nothing that cannot be seen, and line breaks of one kind. */
export function normalizeLabel(text: string): string {
  return text
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|\u200b/gu, '')
}

/** Writes a text as one line of PlantUML that is shown as {@link normalizeLabel} of it. */
export function escapePlantUml(text: string): string {
  return normalizeLabel(text)
    .split('\n')
    .map((line) => escapeLine(line) || ZERO_WIDTH_SPACE)
    .join('\\n')
}

function escapeLine(line: string): string {
  const escaped = line
    .replace(READ, codePoint)
    // A list, a heading or a rule begins with a mark; blanks at the ends would be trimmed.
    .replace(/^[^\p{L}\p{N}<\u{10000}-\u{10ffff}]|\s$/gu, codePoint)
  // Decoded, `\t` would be a tab after all, and `~@start` lose its tilde.
  return escaped.replace(/<U\+005C>(?=t)|<U\+007E>(?=<U\+0040>start)/g, `$&${ZERO_WIDTH_SPACE}`)
}

function codePoint(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`
}
