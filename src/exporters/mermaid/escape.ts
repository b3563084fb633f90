/**
 * Text that Mermaid shows as it was written, whatever it says. For messages, notes and participant aliases of a sequence
 * diagram that does not wrap (`wrap: false`); titles of blocks would need more, and none are written.
 */

const REPLACEMENT = '\ufffd'
const NO_BREAK_SPACE = '\u00a0'

/** Stands for an empty line, which Mermaid would refuse. */
const ZERO_WIDTH_SPACE = '\u200b'

/**
 * The text that Mermaid is asked to show: what no XML document can carry made visible, and blanks that it would eat
 * (at the ends of a line) or merge (runs) dealt with here.
 */
export function normalizeLabel(text: string): string {
  return text
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, REPLACEMENT)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\t\v\f]/g, ' ')
    .replace(/\p{Cc}/gu, showControl)
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/g, (run) => `${NO_BREAK_SPACE.repeat(run.length - 1)} `))
    .join('\n')
}

/** A control character as its picture (U+2400 …), which every font has. */
function showControl(control: string): string {
  if (control === '\n') return control
  const code = control.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : REPLACEMENT
}

/** Writes a text so that Mermaid shows {@link normalizeLabel} of it: what its grammar or its preprocessing reads becomes `#code;`. */
export function escapeMermaidLabel(text: string): string {
  const normal = normalizeLabel(text)
  const escaped = normal.replace(
    // `ﬂ°…¶ß` is how Mermaid itself writes entities while it parses; `%%` begins a comment, `$$` a formula.
    /[#;<>\ufb02\u00b0\u00b6\u00df]|%(?=%)|(?<=%)%|\$(?=\$)|(?<=\$)\$/g,
    (character) => `#${character.charCodeAt(0)};`,
  )
  // Mermaid drops the semicolon of entities after `style…:` and `classDef…:`, and reads a leading `wrap:` as a command.
  const hasCommand = /style|classDef/.test(normal) || /^:?(?:no)?wrap/i.test(normal)
  const safe = hasCommand ? escaped.replaceAll(':', '#58;') : escaped
  return safe
    .split('\n')
    .map((line) => line || `#${ZERO_WIDTH_SPACE.charCodeAt(0)};`)
    .join('<br/>')
}
