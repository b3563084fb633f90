/** The other servers that an authorization server works with: where people can sign in, and whose JWTs it believes. */
import type { JWK } from 'jose'

/** Another place to sign in. What comes of it the program around the server says, by `answerSignIn`. */
export interface IdentityProvider {
  readonly name: string
  readonly url: string
}

/** A server whose JWTs are believed, by its keys: as they are, or where they are published. */
export interface TrustedIssuer {
  readonly issuer: string
  readonly jwks?: { readonly keys: readonly JWK[] }
  /** Fetched anew for each assertion. */
  readonly jwks_uri?: string
  /** `id-jag`: its assertions say for which client and resource they are. Default: as RFC 7523 §3 has them. */
  readonly profile?: 'id-jag'
}

/** Whose assertions a client may bring; every member that is there must fit. Policy: RFC 7523 has no such rule. */
export interface AssertionSubject {
  readonly issuer: string
  readonly sub?: string
  /** How `sub` begins. It fits more than anybody thinks of: `repo:acme` is also how `repo:acme-evil` begins. */
  readonly sub_prefix?: string
  /** Further claims and their values, such as an id that is never given out twice. */
  readonly claims?: Readonly<Record<string, string>>
}
