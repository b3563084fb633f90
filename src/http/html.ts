/** HTML text with every interpolated value escaped, so that nothing a client sent can become markup. */

/** Markup that is known to be safe: the result of {@link markup}, or a trusted constant. */
export interface Markup {
  readonly markup: string
}

type Interpolated = string | number | Markup | readonly Markup[] | false | undefined

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A template tag: interpolated strings are escaped, {@link Markup} is inserted as it is, `false` and `undefined` vanish. */
export function markup(strings: TemplateStringsArray, ...values: Interpolated[]): Markup {
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    text += render(value) + (strings[index + 1] ?? '')
  })
  return { markup: text }
}

function render(value: Interpolated): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  if ('markup' in value) return value.markup
  return value.map((item) => item.markup).join('')
}
