/** Request parameters: each at most once, an empty one counts as absent (RFC 6749 §3.1, §3.2). */
import { type FormFields, type HttpRequest, mediaType, parseForm } from '../http/index.ts'
import type { Environment } from './environment.ts'
import { accept, refuse } from './verdict.ts'

/** Parameters by name. A map, so that no name can mean a member of an object's prototype. */
export type RequestParameters = ReadonlyMap<string, string>

/** The first value of each parameter that has one: what can be said of a request before its rules are checked. */
export function firstValues(fields: FormFields): RequestParameters {
  const values = new Map<string, string>()
  for (const [name, value] of fields) if (value !== '' && !values.has(name)) values.set(name, value)
  return values
}

/** Names that occur more than once, in order of appearance. */
export function repeatedNames(fields: FormFields): string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const [name] of fields) (seen.has(name) ? repeated : seen).add(name)
  return [...repeated]
}

/** The values of a parameter that may be repeated, each once, in order. */
export function valuesOf(fields: FormFields, name: string): string[] {
  return [...new Set(fields.flatMap(([other, value]) => (other === name && value !== '' ? [value] : [])))]
}

/**
 * Refuses repeated parameters with `invalid_request`: two parties could read two different values (RFC 6749 §3.1, §3.2).
 * `repeatable` names those that their specification lets occur more than once.
 */
export function checkRepetition(
  fields: FormFields,
  environment: Environment,
  repeatable: readonly string[] = [],
): void {
  const rule = { rule: 'parameters', clause: 'RFC 6749 §3.1' }
  const repeated = repeatedNames(fields).filter((name) => !repeatable.includes(name))
  if (repeated.length > 0) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: `Parameters must not be repeated; the request repeats ${repeated.join(', ')}.`,
        fix: 'Send each parameter once.',
      },
      environment,
    )
  }
  accept(rule, 'No parameter is repeated.', environment)
}

/** The fields of a form body. Refuses any other media type with `invalid_request` (RFC 6749 §4.1.3 and others). */
export function readFormBody(request: HttpRequest, environment: Environment): FormFields {
  const type = mediaType(request)
  if (type !== 'application/x-www-form-urlencoded') {
    throw refuse(
      { rule: 'form_body', clause: 'RFC 6749 §3.2' },
      {
        code: 'invalid_request',
        message: 'The parameters must be sent in a form body, application/x-www-form-urlencoded.',
        sent: type === '' ? 'no content-type' : type,
        expected: 'application/x-www-form-urlencoded',
        fix: 'Send a form body, not JSON and not a query.',
      },
      environment,
    )
  }
  return parseForm(request.body)
}

/** The parameters of a form body, each at most once. */
export function readForm(request: HttpRequest, environment: Environment): RequestParameters {
  const fields = readFormBody(request, environment)
  checkRepetition(fields, environment)
  return firstValues(fields)
}

/** A parameter that must be there; `invalid_request` when it is not. */
export function requireParameter(
  parameters: RequestParameters,
  name: string,
  clause: string,
  environment: Environment,
): string {
  const value = parameters.get(name)
  if (value === undefined) {
    throw refuse(
      { rule: name, clause },
      { code: 'invalid_request', message: `The parameter ${name} is missing.`, fix: `Send ${name}.` },
      environment,
    )
  }
  return value
}
