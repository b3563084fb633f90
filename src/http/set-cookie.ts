/** The `Set-Cookie` header line: reading and writing its syntax (RFC 6265bis §5.6). What a jar accepts is the user agent's business. */

/** A parsed `Set-Cookie` line. Attribute names are lower case; the last one of a name wins. */
export interface SetCookie {
  readonly name: string
  readonly value: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Reads one `Set-Cookie` value, or `undefined` when it has neither a name nor a value. */
export function parseSetCookie(line: string): SetCookie | undefined {
  const [pair = '', ...rest] = line.split(';')
  const split = pair.indexOf('=')
  const name = split < 0 ? '' : pair.slice(0, split).trim()
  const value = (split < 0 ? pair : pair.slice(split + 1)).trim()
  if (name === '' && value === '') return undefined
  const attributes: Record<string, string> = {}
  for (const part of rest) {
    const equals = part.indexOf('=')
    const key = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase()
    if (key !== '') attributes[key] = equals < 0 ? '' : part.slice(equals + 1).trim()
  }
  return { name, value, attributes }
}

/** Writes a `Set-Cookie` value; an empty attribute value writes the bare attribute name. */
export function serialiseSetCookie(name: string, value: string, attributes: Readonly<Record<string, string>>): string {
  const parts = Object.entries(attributes).map(([key, text]) => (text === '' ? key : `${key}=${text}`))
  return [`${name}=${value}`, ...parts].join('; ')
}
