/** What an MCP client finds out before it asks for anything: whose tokens a server takes, and where to get them (RFC 9728, RFC 8414). */
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { ServerGlobals } from '../../simulation/index.ts'

/** What a challenge says (RFC 6750 §3, RFC 9728 §5.1). */
export interface Challenge {
  readonly error?: string
  readonly error_description?: string
  readonly scope?: string
  readonly resource_metadata?: string
}

/** Members of a protected resource's metadata that matter here (RFC 9728 §2). */
export interface ResourceMetadata {
  readonly resource: string
  readonly authorization_servers: readonly [string, ...string[]]
  readonly scopes_supported?: readonly string[]
}

/** Members of an authorization server's metadata that matter here (RFC 8414 §2). */
export interface ServerMetadata {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly registration_endpoint?: string
  readonly scopes_supported?: readonly string[]
  readonly code_challenge_methods_supported?: readonly string[]
  readonly token_endpoint_auth_methods_supported?: readonly string[]
  readonly authorization_response_iss_parameter_supported?: boolean
  readonly client_id_metadata_document_supported?: boolean
}

/** The attributes of a challenge, with and without quotation marks (RFC 9110 §11.6.1). */
export function readChallenge(header: string): Challenge {
  const attributes = header.matchAll(/([a-z_]+)=(?:"([^"]*)"|([^\s",]+))/gi)
  return Object.fromEntries([...attributes].map(([, name, quoted, plain]) => [name, quoted ?? plain ?? '']))
}

/** Whose tokens an MCP server takes. Throws {@link SignInError}. */
export async function discoverResource(
  globals: ServerGlobals,
  server: string,
  challenge: Challenge,
): Promise<ResourceMetadata> {
  const { fetch } = globals
  // #region resource-metadata
  const { origin, pathname } = new URL(server)
  const root = `${origin}/.well-known/oauth-protected-resource`
  const places = challenge.resource_metadata
    ? [challenge.resource_metadata]
    : [root + pathname.replace(/\/$/, ''), root]
  for (const place of new Set(places)) {
    const response = await fetch(place)
    if (!response.ok) continue
    const metadata: ResourceMetadata = await response.json()
    // A server that names another one as itself wants a token that is meant for that one.
    if (!isWithin(server, metadata.resource)) {
      throw new SignInError('resource_metadata_mismatch', 'The metadata are those of another resource.', {
        sent: metadata.resource,
        expected: server,
      })
    }
    return metadata
  }
  throw new SignInError('no_resource_metadata', 'The MCP server does not say whose tokens it takes.')
  // #endregion
}

/** Whether a URL is that of a resource, or beneath it. */
function isWithin(server: string, resource: string): boolean {
  if (!URL.canParse(resource)) return false
  const [asked, named] = [new URL(server), new URL(resource)]
  const folder = (path: string) => path.replace(/\/?$/, '/')
  return asked.origin === named.origin && folder(asked.pathname).startsWith(folder(named.pathname))
}

/** Where an authorization server has its endpoints, and what it can do. Throws {@link SignInError}. */
export async function discoverServer({ fetch }: ServerGlobals, issuer: string): Promise<ServerMetadata> {
  // #region server-metadata
  const { origin, pathname } = new URL(issuer)
  const path = pathname.replace(/\/$/, '')
  const places = [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}/.well-known/openid-configuration${path}`,
    `${origin}${path}/.well-known/openid-configuration`,
  ]
  for (const place of new Set(places)) {
    const response = await fetch(place)
    if (!response.ok) continue
    const metadata: ServerMetadata = await response.json()
    // Or anybody could pass for an honest server whose endpoints are half their own.
    if (metadata.issuer !== issuer) {
      throw new SignInError('metadata_issuer_mismatch', 'The metadata are those of another authorization server.', {
        sent: metadata.issuer,
        expected: issuer,
      })
    }
    if (metadata.code_challenge_methods_supported?.includes('S256') !== true) {
      throw new SignInError('pkce_unsupported', 'The authorization server does not say that it supports PKCE.', {
        sent: metadata.code_challenge_methods_supported?.join(' ') ?? 'nothing',
        expected: 'S256',
      })
    }
    return metadata
  }
  throw new SignInError('no_server_metadata', 'The authorization server does not say where its endpoints are.')
  // #endregion
}
