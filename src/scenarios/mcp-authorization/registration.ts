/** How an MCP client is known to an authorization server, and how it proves it there (Client ID Metadata Document, RFC 7591). */
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import type { ServerMetadata } from './discovery.ts'

/** Who the client is. */
export interface ClientIdentity {
  /** The address of its metadata document, where authorization servers read who it is. */
  readonly client_id: string
  readonly client_name: string
  readonly redirect_uri: string
  /** Its registrations, by the issuer that they are at: no other server is told of them. */
  readonly registrations: Map<string, Registration>
  /** Whether it registers wherever it can, as clients did before there were documents. */
  readonly registersFirst: boolean
}

/** What the client is called at one authorization server. */
export type Registration = {
  readonly client_id: string
  readonly client_secret?: string
  readonly token_endpoint_auth_method: string
}

/** The client at a server: as it was registered there, by its document, or newly registered. Throws {@link SignInError}. */
export async function identify(
  globals: ServerGlobals,
  client: ClientIdentity,
  server: ServerMetadata,
): Promise<Registration> {
  const known = client.registrations.get(server.issuer)
  if (known !== undefined) return { ...known, token_endpoint_auth_method: methodOf(known, server) }
  if (server.client_id_metadata_document_supported === true && !client.registersFirst) {
    return { client_id: client.client_id, token_endpoint_auth_method: 'none' }
  }
  const { fetch } = globals
  // #region registration
  if (server.registration_endpoint === undefined) {
    throw new SignInError('client_unknown', 'The authorization server knows this client in no way that there is.')
  }
  const response = await fetch(server.registration_endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: client.client_name,
      redirect_uris: [client.redirect_uri],
      application_type: new URL(client.redirect_uri).protocol === 'https:' ? 'web' : 'native',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: methodOf({ client_secret: 'to be issued' }, server),
    }),
  })
  if (!response.ok) {
    throw new SignInError(
      'registration_refused',
      'The authorization server does not register clients that nobody has announced.',
    )
  }
  const issued = await response.json()
  const registration = { ...issued, token_endpoint_auth_method: methodOf(issued, server) }
  client.registrations.set(server.issuer, registration)
  return registration
  // #endregion
}

/** How to authenticate: as was agreed, else a way that the server has (RFC 8414 §2: Basic, where it does not say). */
function methodOf(registration: Partial<Registration>, server: ServerMetadata): string {
  const { token_endpoint_auth_methods_supported: supported = ['client_secret_basic'] } = server
  if (registration.token_endpoint_auth_method) return registration.token_endpoint_auth_method
  const preferred = ['none', ...(registration.client_secret ? ['client_secret_basic', 'client_secret_post'] : [])]
  return preferred.find((method) => supported.includes(method)) ?? 'none'
}

/** A request to the token endpoint that says who makes it (RFC 6749 §2.3.1). */
export function authenticate(
  { client_id, client_secret = '', token_endpoint_auth_method: method }: Registration,
  grant: Readonly<Record<string, string>>,
): { method: 'POST'; headers: Record<string, string>; body: URLSearchParams } {
  const inBody = method === 'client_secret_post' ? { client_id, client_secret } : { client_id }
  const usesHeader = method === 'client_secret_basic'
  const credentials = [client_id, client_secret].map(encodeURIComponent).join(':')
  return {
    method: 'POST',
    headers: usesHeader ? { authorization: `Basic ${btoa(credentials)}` } : {},
    body: new URLSearchParams(usesHeader ? grant : { ...grant, ...inBody }),
  }
}
