/** The application/x-www-form-urlencoded format, as name–value pairs that keep order and repetition. */

/** Name–value pairs of a query or a form body, in order; a name may occur more than once. */
export type FormFields = readonly (readonly [name: string, value: string])[]

/** Reads a query string (with or without `?`) or a form body. Never throws: what cannot be decoded stays as it is. */
export function parseForm(text: string): FormFields {
  return [...new URLSearchParams(text)]
}

/** Writes name–value pairs as a query string or form body. */
export function serialiseForm(fields: FormFields): string {
  return new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
}

/** Adds parameters to a URL's query and keeps what is already there. */
export function appendQuery(url: string, fields: FormFields): string {
  const target = new URL(url)
  for (const [name, value] of fields) target.searchParams.append(name, value)
  return target.href
}
