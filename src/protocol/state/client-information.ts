/** What a registration says that is for people and programs around the server. */

/** What people are told about a client; nothing here goes by it (RFC 7591 §2). */
export interface ClientInformation {
  readonly client_uri?: string
  readonly logo_uri?: string
  readonly tos_uri?: string
  readonly policy_uri?: string
  readonly contacts?: readonly string[]
  readonly software_id?: string
  readonly software_version?: string
  /** Subject identifiers are the same for every client (OpenID Connect Core §8). */
  readonly subject_type?: 'public'
}
