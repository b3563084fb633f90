/** What the end of a race is told by. */

/** What is compared. Which of several calls was the lucky one does not count. */
export interface EndFacts {
  /** Calls of the client that came to an end after the race began. */
  readonly calls: number
  readonly answered: number
  /** Token requests that reached the authorization server, and their grant types, each once. */
  readonly tokenRequests: number
  readonly grantTypes: readonly string[]
  readonly rotated: number
  /** Whether a refresh token came again after it had been used: once and twice end alike. */
  readonly isReplayed: boolean
  /** Grants that were revoked with all their tokens. */
  readonly revoked: number
  /** Error codes of token responses (RFC 6749 §5.2), each once. */
  readonly errors: readonly string[]
  /** Whether the person's side has a refresh token at the end. */
  readonly hasRefreshToken: boolean
  /** Titles of the windows that show another page than when the race began; and how many show the same one. */
  readonly newPages: readonly string[]
  readonly samePages: number
  /** Tasks that ended with an error nobody handled. */
  readonly failed: number
}
