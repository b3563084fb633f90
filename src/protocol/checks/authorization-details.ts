/** `authorization_details`: what a client asks for in more words than a scope has (RFC 9396). */
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../lib/json.ts'
import type { Environment } from '../environment.ts'
import type { ProtocolError } from '../errors.ts'
import type { RequestParameters } from '../parameters.ts'
import type { Client } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import type { AuthorizationDetail } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'

const rule = 'authorization_details'

/** Members that mean the same in every type, and are lists of strings (RFC 9396 §2.2). */
const lists = ['locations', 'actions', 'datatypes', 'privileges']

/**
 * Checks the details that a request asks for, and returns them; `undefined` when there are none, or when the server knows no
 * types and so not the parameter. `invalid_authorization_details` (RFC 9396 §5).
 */
export function checkAuthorizationDetails(
  parameters: RequestParameters,
  client: Client,
  { config, environment }: ServerContext,
): readonly AuthorizationDetail[] | undefined {
  const sent = parameters.get(rule)
  const types = config.authorization_details_types
  if (sent === undefined || types.length === 0) return undefined
  const details = readAuthorizationDetails(sent, environment)
  const allowed = types.filter((type) => client.authorization_details_types?.includes(type) ?? true)
  const unknown = details.find(({ type }) => !allowed.includes(type))
  if (unknown !== undefined) {
    const sentAndExpected = { sent: unknown.type, expected: allowed.join(' ') }
    throw invalid('RFC 9396 §5', `The client may not ask for the type ${unknown.type}.`, environment, sentAndExpected)
  }
  accept(
    { rule, clause: 'RFC 9396 §5' },
    'Each of the authorization details has a type that the client may ask for.',
    environment,
  )
  return details
}

/**
 * Checks that a token request asks for no more than was granted, and returns what it asks for; `undefined` when it asks for
 * nothing in particular. `invalid_authorization_details` (RFC 9396 §6.1).
 */
export function checkNarrowerDetails(
  parameters: RequestParameters,
  granted: readonly AuthorizationDetail[] = [],
  { config, environment }: ServerContext,
): readonly AuthorizationDetail[] | undefined {
  const sent = parameters.get(rule)
  if (sent === undefined || config.authorization_details_types.length === 0) return undefined
  const details = readAuthorizationDetails(sent, environment).map((detail) => ({
    detail,
    allowed: allowedBy(granted, detail),
  }))
  const wider = details.find(({ allowed }) => allowed.length === 0)?.detail
  if (wider !== undefined) {
    const sentAndExpected = { sent: JSON.stringify(wider), expected: JSON.stringify(granted) }
    throw invalid(
      'RFC 9396 §6.1',
      'The authorization details ask for more than was granted.',
      environment,
      sentAndExpected,
    )
  }
  accept({ rule, clause: 'RFC 9396 §6.1' }, 'The authorization details are granted ones, or less.', environment)
  return details.flatMap(({ allowed }) => allowed)
}

/** A list of objects that each name their type, with the common members as they must be (RFC 9396 §2, §2.2). `invalid_authorization_details` else. */
export function readAuthorizationDetails(sent: string, environment: Environment): readonly AuthorizationDetail[] {
  const value = parseJson(sent)
  const isList = Array.isArray(value) && value.length > 0
  if (!isList || !value.every(isDetail)) {
    throw invalid(
      'RFC 9396 §2',
      'authorization_details must be a JSON list of objects, each with a type.',
      environment,
      { sent, expected: '[{"type":"…"}]' },
    )
  }
  const malformed = value.find((detail) => !hasCommonMembers(detail))
  if (malformed !== undefined) {
    const message = `${lists.join(', ')} must be lists of strings, and identifier a string.`
    throw invalid('RFC 9396 §2.2', message, environment, { sent: JSON.stringify(malformed) })
  }
  return value
}

function isDetail(value: Json): value is AuthorizationDetail {
  return isJsonObject(value) && typeof value.type === 'string'
}

function hasCommonMembers(detail: JsonObject): boolean {
  const isStrings = (value: Json | undefined) =>
    value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  return (
    lists.every((name) => isStrings(detail[name])) &&
    (detail.identifier === undefined || typeof detail.identifier === 'string')
  )
}

/**
 * What a detail of a token request stands for: itself where it is covered, and where it names a type and locations alone all that
 * was granted of the type at these (RFC 9396 §6.1). Nothing where it asks for more.
 */
function allowedBy(granted: readonly AuthorizationDetail[], detail: AuthorizationDetail): AuthorizationDetail[] {
  if (granted.some((other) => isCovered(detail, other))) return [detail]
  const { type, locations, ...more } = detail
  if (locations === undefined || Object.keys(more).length > 0) return []
  return granted.flatMap((other) => {
    const there = { ...other, locations }
    return other.type === type && isCovered(there, other) ? [there] : []
  })
}

/** Whether a detail is a granted one, or one with fewer items in its lists. Policy: RFC 9396 §6.1 leaves it to each type. */
function isCovered(detail: AuthorizationDetail, granted: AuthorizationDetail): boolean {
  const names = Object.keys(detail)
  if (names.length !== Object.keys(granted).length) return false
  return names.every((name) => {
    const [one, other] = [detail[name], granted[name]]
    if (!Array.isArray(one) || !Array.isArray(other)) return isSame(one, other)
    return one.length > 0 && one.every((item) => other.some((candidate) => isSame(item, candidate)))
  })
}

/** Whether two values are the same, in whichever order their members stand. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => sorted(item) ?? null)
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]))
}

function invalid(
  clause: string,
  message: string,
  environment: Environment,
  details: { readonly sent?: string; readonly expected?: string },
): ProtocolError {
  const fix = 'Ask for types of authorization_details_types_supported, with the members that the type has.'
  return refuse({ rule, clause }, { code: 'invalid_authorization_details', message, ...details, fix }, environment)
}
