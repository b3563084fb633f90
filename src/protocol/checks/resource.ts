/** Resource indicators: for which of the server's APIs a token shall be (RFC 8707 §2). */
import type { Environment } from '../environment.ts'
import type { ResolvedConfig } from '../state/config.ts'
import { accept, refuse } from '../verdict.ts'

/**
 * Checks the `resource` values of a request that nothing was granted to before, and returns them; `undefined` when there are
 * none. `invalid_target` for one that is malformed, or that is none of `offered`, compared character by character, save the case
 * of scheme and host (RFC 3986 §6.2.2), which come back as the server writes them.
 */
export function checkResources(
  requested: readonly string[],
  offered: readonly string[],
  environment: Environment,
): readonly string[] | undefined {
  if (requested.length === 0) return undefined
  checkSyntax(requested, environment)
  const rule = { rule: 'resource', clause: 'RFC 8707 §2' }
  const meant = asWritten(requested, offered)
  const unknown = meant.filter((resource) => !offered.includes(resource))
  if (unknown.length > 0) {
    throw refuse(
      rule,
      {
        code: 'invalid_target',
        message: `The server issues no tokens for the resource ${unknown.join(' ')}.`,
        sent: requested.join(' '),
        expected: offered.join(' '),
        fix: 'Send the identifier of the API exactly as it names itself: path, trailing slash and case all count.',
      },
      environment,
    )
  }
  accept(rule, `The token shall be for ${meant.join(' ')} alone.`, environment)
  return meant
}

/** The same for a request with scopes, which must belong to the APIs that it names, as far as the server says whose they are. */
export function checkRequestedResources(
  requested: readonly string[],
  { scope, config }: { scope: readonly string[]; config: Pick<ResolvedConfig, 'resources' | 'scope_resources'> },
  environment: Environment,
): readonly string[] | undefined {
  const resources = checkResources(requested, config.resources, environment)
  checkScopesOfResources(scope, resources, config.scope_resources, environment)
  return resources
}

/**
 * Checks that a token request asks for no other resource than was granted, and returns the values; `undefined` when there are
 * none. `invalid_target` (RFC 8707 §2.2). A narrower token leaves the grant, and so its refresh token, as wide as it was.
 */
export function checkNarrowerResources(
  requested: readonly string[],
  granted: readonly string[],
  environment: Environment,
): readonly string[] | undefined {
  if (requested.length === 0) return undefined
  checkSyntax(requested, environment)
  const rule = { rule: 'resource', clause: 'RFC 8707 §2.2' }
  const meant = asWritten(requested, granted)
  const wider = meant.filter((resource) => !granted.includes(resource))
  if (wider.length > 0) {
    throw refuse(
      rule,
      {
        code: 'invalid_target',
        message: `The grant is not for the resource ${wider.join(' ')}.`,
        sent: requested.join(' '),
        expected: granted.join(' '),
        fix: 'Ask for a resource of the authorization request, or send the person through a new one that names it.',
      },
      environment,
    )
  }
  accept(rule, `The token shall be for ${meant.join(' ')} alone, which the grant covers.`, environment)
  return meant
}

/**
 * Checks the `audience` values of a token exchange, names of services that need be no addresses, and returns them.
 * `invalid_target` for one that is none of `offered` (RFC 8693 §2.1, §2.2.2).
 */
export function checkTargets(
  requested: readonly string[],
  offered: readonly string[],
  environment: Environment,
): readonly string[] {
  if (requested.length === 0) return []
  const rule = { rule: 'target', clause: 'RFC 8693 §2.1' }
  const unknown = requested.filter((audience) => !offered.includes(audience))
  if (unknown.length > 0) {
    throw refuse(
      { ...rule, clause: 'RFC 8693 §2.2.2' },
      {
        code: 'invalid_target',
        message: `The server issues no tokens for the audience ${unknown.join(' ')}.`,
        sent: requested.join(' '),
        expected: offered.join(' '),
        fix: 'Name a service exactly as the server knows it.',
      },
      environment,
    )
  }
  accept(rule, `The token shall be for ${requested.join(' ')}.`, environment)
  return requested
}

/**
 * Checks for whom an identity assertion is asked, and returns the issuer: exactly one `audience`, one of the servers that this
 * one issues for. `invalid_request` without one, `invalid_target` for another. Which resources that server has is its own to know.
 */
export function checkAssertionTarget(
  { audiences, resources }: { readonly audiences: readonly string[]; readonly resources: readonly string[] },
  offered: readonly string[],
  environment: Environment,
): string {
  const rule = { rule: 'target', clause: 'RFC 8693 §2.1' }
  const [audience] = checkTargets(audiences, offered, environment)
  if (audience === undefined || audiences.length > 1) {
    const message = 'An identity assertion is for exactly one authorization server.'
    const fix = 'Send its issuer as audience, once.'
    const told = { sent: audiences.join(' '), expected: offered.join(' ') }
    // Nothing that is not there can be the wrong target (RFC 6749 §5.2).
    const code = audience === undefined ? 'invalid_request' : 'invalid_target'
    throw refuse(rule, { code, message, fix, ...told }, environment)
  }
  checkSyntax(resources, environment)
  return audience
}

/** Each identifier as the server writes it, where only the case of scheme and host differs. */
function asWritten(requested: readonly string[], known: readonly string[]): string[] {
  const plain = (uri: string) => uri.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, (authority) => authority.toLowerCase())
  return requested.map((resource) => known.find((one) => plain(one) === plain(resource)) ?? resource)
}

/** An absolute URI without a fragment; `invalid_target` else. */
function checkSyntax(requested: readonly string[], environment: Environment): void {
  const malformed = requested.find((resource) => !URL.canParse(resource) || /[#\s]/.test(resource))
  if (malformed === undefined) return
  throw refuse(
    { rule: 'resource', clause: 'RFC 8707 §2' },
    {
      code: 'invalid_target',
      message: 'A resource must be an absolute URI without a fragment.',
      sent: malformed,
      expected: 'such as https://api.example/notes',
      fix: 'Send the whole URI of the API.',
    },
    environment,
  )
}

/** Refuses scopes of another API than those of the request, as far as the server says whose they are (policy). `invalid_target`. */
export function checkScopesOfResources(
  scope: readonly string[],
  resources: readonly string[] | undefined,
  owners: Readonly<Record<string, string>>,
  environment: Environment,
): void {
  const foreign = scope.filter((name) => owners[name] !== undefined && resources?.includes(owners[name]) === false)
  if (foreign.length === 0) return
  throw refuse(
    { rule: 'resource_scope', clause: 'policy' },
    {
      code: 'invalid_target',
      message: `The scope ${foreign.join(' ')} is not compatible with the resource of the request.`,
      sent: foreign.join(' '),
      expected: scope.filter((name) => !foreign.includes(name)).join(' '),
      fix: 'Ask for the scopes of one API at a time, and name that API.',
    },
    environment,
  )
}
