/** The name–value pairs that a message carries: in its form, its JSON body or the address it redirects to. */
import { type FormFields, type HttpRequest, type HttpResponse, header, mediaType, parseForm } from '../http/index.ts'
import { parseJson } from '../lib/json.ts'

/** The fields of a form body; none when the body is something else. */
export function formBody(request: HttpRequest): FormFields {
  return mediaType(request) === 'application/x-www-form-urlencoded' ? parseForm(request.body) : []
}

/** The JSON object or array in a body; an empty object when there is none. Never throws. */
export function jsonBody(message: Pick<HttpResponse, 'headers' | 'body'>): Readonly<Record<string, unknown>> {
  if (!mediaType(message).endsWith('json')) return {}
  const value = parseJson(message.body)
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

/** The parameters in the query and in the fragment of the address that a response leads to. */
export function redirectFields(response: HttpResponse): { readonly query: FormFields; readonly fragment: FormFields } {
  const [, query = '', fragment = ''] =
    /^[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s.exec(header(response, 'location') ?? '') ?? []
  return { query: parseForm(query), fragment: parseForm(fragment) }
}

/** The URL that a redirect leads to; `undefined` when the response is none (RFC 9110 §15.4). */
export function redirectTarget(request: HttpRequest, response: HttpResponse): URL | undefined {
  const location = header(response, 'location')
  if (response.status < 300 || response.status > 399 || location === undefined) return undefined
  return URL.canParse(location, request.url) ? new URL(location, request.url) : undefined
}
