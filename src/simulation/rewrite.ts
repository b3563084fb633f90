/** Changing one parameter of a request on the wire: in its query, or in its form body. */
import { type HttpRequest, mediaType, parseForm, serialiseForm } from '../http/index.ts'
import { notFound } from './errors.ts'

/** A changed request, and the value that the parameter had before (`null` when it was absent). */
export interface Rewrite {
  readonly request: HttpRequest
  readonly before: string | null
}

/** Where the parameters of a request are, and what they are. */
export function requestParameters(request: HttpRequest): {
  readonly place: 'query' | 'body'
  readonly fields: [string, string][]
} {
  const place = mediaType(request) === 'application/x-www-form-urlencoded' && request.body !== '' ? 'body' : 'query'
  const text = place === 'body' ? request.body : new URL(request.url).search
  return { place, fields: parseForm(text).map(([name, value]) => [name, value]) }
}

/** Sets a parameter's value, or removes it when there is none; a name that is not there is added. Throws when there is nothing to remove. */
export function rewriteParameter(request: HttpRequest, parameter: string, value: string | undefined): Rewrite {
  const { place, fields } = requestParameters(request)
  const before = fields.find(([name]) => name === parameter)?.[1] ?? null
  if (before === null && value === undefined) {
    throw notFound(
      'unknown_target',
      'parameter',
      parameter,
      fields.map(([name]) => name),
    )
  }
  const kept = fields.filter(([name]) => name !== parameter || value !== undefined)
  const changed = kept.map(([name, old]): [string, string] => [
    name,
    name === parameter && value !== undefined ? value : old,
  ])
  if (before === null && value !== undefined) changed.push([parameter, value])
  const text = serialiseForm(changed)
  if (place === 'body') return { request: { ...request, body: text }, before }
  const url = new URL(request.url)
  url.search = text
  return { request: { ...request, url: url.href }, before }
}
