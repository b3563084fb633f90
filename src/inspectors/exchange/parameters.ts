/** The fields that an exchange carries, decoded, with what they are for. */

import { type FormFields, type HttpResponse, header, mediaType, parseForm } from '../../http/index.ts'
import { parseJsonObject } from '../../lib/json.ts'
import type { ExchangeView } from '../../projections/index.ts'
import { HEADER_MEANINGS, PARAMETER_MEANINGS } from '../../reference/parameters.ts'

/** One field. */
interface Parameter {
  readonly name: string
  readonly value: string
  readonly meaning?: string
}

/** Fields of one place, such as “Query of the request”. */
export interface ParameterGroup {
  readonly place: string
  readonly parameters: readonly Parameter[]
}

/** Every place of an exchange that carries fields; headers only when they decide something. */
export function parametersOf({ request, response }: ExchangeView): readonly ParameterGroup[] {
  const isForm = mediaType(request) === 'application/x-www-form-urlencoded'
  const target = response && redirectTarget(response)
  return [
    group('Query of the request', parseForm(new URL(request.url).search)),
    group('Form of the request', isForm ? parseForm(request.body) : []),
    group('Redirect, query', parseForm(target?.search ?? '')),
    group('Redirect, fragment', parseForm(target?.hash.slice(1) ?? '')),
    group('JSON of the answer', response ? jsonMembers(response) : []),
    headerGroup('Headers of the request', request.headers),
    headerGroup('Headers of the answer', response?.headers ?? []),
  ].filter(({ parameters }) => parameters.length > 0)
}

function group(place: string, fields: FormFields): ParameterGroup {
  return { place, parameters: fields.map(([name, value]) => explain(name, value, PARAMETER_MEANINGS.get(name))) }
}

function headerGroup(place: string, lines: FormFields): ParameterGroup {
  const known = lines.filter(([name]) => HEADER_MEANINGS.has(name.toLowerCase()))
  return {
    place,
    parameters: known.map(([name, value]) => explain(name, value, HEADER_MEANINGS.get(name.toLowerCase()))),
  }
}

function explain(name: string, value: string, meaning: string | undefined): Parameter {
  return { name, value, ...(meaning !== undefined && { meaning }) }
}

function redirectTarget(response: HttpResponse): URL | undefined {
  const location = header(response, 'location')
  return location !== undefined && URL.canParse(location) ? new URL(location) : undefined
}

function jsonMembers(response: HttpResponse): FormFields {
  if (!mediaType(response).endsWith('json')) return []
  return Object.entries(parseJsonObject(response.body) ?? {}).map(([name, member]) => [
    name,
    typeof member === 'string' ? member : JSON.stringify(member),
  ])
}
