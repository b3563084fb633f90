/** A client of MCP servers that it has never met: it gets the token that a server asks for, and no other (MCP Authorization, RFC 8707). */
import { base64url } from 'jose'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import {
  type Challenge,
  discoverResource,
  discoverServer,
  type ResourceMetadata,
  type ServerMetadata,
} from './discovery.ts'
import { callServer, type Operation } from './mcp-call.ts'
import { authenticate, type ClientIdentity, identify, type Registration } from './registration.ts'

/** Who the client is, and how careful. */
export interface ClientConfig extends ClientIdentity {
  /** Whether it names the whole host as the resource, and not the MCP server. */
  readonly sendsOrigin: boolean
  /** Whether it asks again for what it has when it needs more. */
  readonly keepsScope: boolean
  /** How often one operation may send the person to the authorization server. */
  readonly maxAttempts: number
}

/** What the client has for one MCP server. */
export type Connection = {
  readonly server: string
  readonly access_token?: string
  readonly refresh_token?: string
  /** Who issued the tokens. They are for nobody else. */
  readonly issuer?: string
  /** All that was ever asked for. */
  readonly scope: string
  /** Authorizations that the operation under way has cost so far. */
  readonly attempts: number
}

/** What must be remembered of an authorization request until its answer comes. */
export type PendingAuthorization = {
  readonly state: string
  readonly code_verifier: string
  readonly issuer: string
  readonly sendsIss: boolean
  readonly token_endpoint: string
  readonly registration: Registration
  readonly resource: string
  readonly connection: Connection
  readonly operation: Operation
}

/** A result, or where to send the browser first. */
export type Outcome =
  | { readonly connection: Connection; readonly result: unknown }
  | { readonly connection: Connection; readonly url: string; readonly pending: PendingAuthorization }

/** Calls an MCP server; a challenge leads to the authorization server that it names. Throws {@link SignInError}. */
export async function callOrAuthorize(
  globals: ServerGlobals,
  config: ClientConfig,
  connection: Connection,
  operation: Operation,
): Promise<Outcome> {
  const { challenge, result } = await callServer(globals, connection, operation)
  if (challenge === undefined) return { connection: { ...connection, attempts: 0 }, result }
  if (connection.attempts >= config.maxAttempts) {
    const message = `The server is still not satisfied after ${connection.attempts} authorizations: ${challenge.error_description}`
    throw new SignInError(challenge.error ?? 'invalid_token', message, {
      sent: connection.scope,
      expected: challenge.scope,
    })
  }
  const next = { ...connection, attempts: connection.attempts + 1 }
  const resource = await discoverResource(globals, connection.server, challenge)
  const server = await discoverServer(globals, resource.authorization_servers[0])
  const isExpired = challenge.error !== 'insufficient_scope' && connection.issuer === server.issuer
  if (isExpired && connection.refresh_token !== undefined) {
    const refreshed = await refresh(globals, config, next, { resource, server })
    if (refreshed !== undefined) return callOrAuthorize(globals, config, refreshed, operation)
  }
  return beginAuthorization(globals, config, { connection: next, operation, challenge, resource, server })
}

/** The address to send the browser to, and what to remember until it is back. */
async function beginAuthorization(
  globals: ServerGlobals,
  config: ClientConfig,
  given: {
    readonly connection: Connection
    readonly operation: Operation
    readonly challenge: Challenge
    readonly resource: ResourceMetadata
    readonly server: ServerMetadata
  },
): Promise<Outcome> {
  const { connection, operation, server } = given
  const registration = await identify(globals, config, server)
  const { crypto } = globals
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const code_verifier = randomText()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const resource = config.sendsOrigin ? new URL(connection.server).origin : given.resource.resource
  const scope = scopeFor(config, given)
  const pending: PendingAuthorization = {
    state: randomText(),
    code_verifier,
    issuer: server.issuer,
    sendsIss: server.authorization_response_iss_parameter_supported === true,
    token_endpoint: server.token_endpoint,
    registration,
    resource,
    connection: { ...connection, scope },
    operation,
  }
  const url = new URL(server.authorization_endpoint)
  const parameters = {
    response_type: 'code',
    client_id: registration.client_id,
    redirect_uri: config.redirect_uri,
    state: pending.state,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    resource,
    ...(scope !== '' && { scope }),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return { connection, url: url.href, pending }
  // #endregion
}

/** What to ask for: what the challenge names or, at first, what the resource says it needs; and what was asked for before. */
function scopeFor(
  { keepsScope }: ClientConfig,
  given: { connection: Connection; challenge: Challenge; resource: ResourceMetadata; server: ServerMetadata },
): string {
  // #region authorization-request
  const wanted = given.challenge.scope ?? given.resource.scopes_supported?.join(' ') ?? ''
  const held = keepsScope ? given.connection.scope : ''
  // To stay connected is nothing that a resource needs, so no challenge names it.
  const offline = given.server.scopes_supported?.includes('offline_access') === true ? 'offline_access' : ''
  return [...new Set(`${held} ${wanted} ${wanted && offline}`.split(' '))].filter((token) => token !== '').join(' ')
  // #endregion
}

/** Checks the answer and exchanges its code. Throws {@link SignInError}. */
export async function finishAuthorization(
  globals: ServerGlobals,
  config: ClientConfig,
  { response, pending }: { response: URLSearchParams; pending: PendingAuthorization | undefined },
): Promise<{ connection: Connection; operation: Operation }> {
  // #region authorization-response
  if (pending === undefined || response.get('state') !== pending.state) {
    throw new SignInError('state_mismatch', 'No authorization of this browser waits for this answer.', {
      sent: response.get('state'),
      expected: pending?.state,
    })
  }
  // Character by character, and before anything else in the answer is looked at, an error included.
  const iss = response.get('iss')
  if (iss === null ? pending.sendsIss : iss !== pending.issuer) {
    throw new SignInError('issuer_mismatch', 'This answer comes from another authorization server.', {
      sent: iss ?? 'no iss',
      expected: pending.issuer,
    })
  }
  if (response.has('error')) throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  // #endregion

  // #region token-request
  const { code_verifier, registration, resource, issuer } = pending
  const code = response.get('code') ?? ''
  const grant = { grant_type: 'authorization_code', code, redirect_uri: config.redirect_uri, code_verifier, resource }
  const answer = await globals.fetch(pending.token_endpoint, authenticate(registration, grant))
  const tokens = await answer.json()
  if (!answer.ok) throw new SignInError(tokens.error, tokens.error_description)
  const { access_token, refresh_token } = tokens
  return {
    connection: { ...pending.connection, issuer, access_token, ...(refresh_token && { refresh_token }) },
    operation: pending.operation,
  }
  // #endregion
}

/** The connection with new tokens; `undefined` when only the person can help. */
async function refresh(
  globals: ServerGlobals,
  config: ClientConfig,
  connection: Connection,
  { resource, server }: { resource: ResourceMetadata; server: ServerMetadata },
): Promise<Connection | undefined> {
  const registration = await identify(globals, config, server)
  // #region refresh
  const { refresh_token = '' } = connection
  const grant = { grant_type: 'refresh_token', refresh_token, resource: resource.resource }
  const answer = await globals.fetch(server.token_endpoint, authenticate(registration, grant))
  const tokens = await answer.json()
  return answer.ok
    ? { ...connection, access_token: tokens.access_token, refresh_token: tokens.refresh_token ?? refresh_token }
    : undefined
  // #endregion
}
