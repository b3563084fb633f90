/** What an authorization server remembers: one shape for each artifact. Times are epoch seconds. */

import type { FormFields } from '../../http/index.ts'
import type { JsonObject } from '../../lib/json.ts'

/** Where a sign-in stands. */
export type SignInState =
  | 'Unauthenticated'
  | 'Primary Auth Passed'
  | 'MFA Challenge Issued'
  | 'MFA Verified'
  | 'Session Established'
  | 'Session Expired'

/** How an authorization response travels (OAuth 2.0 Multiple Response Types §2.1, OAuth 2.0 Form Post Response Mode §2). */
export type PlainResponseMode = 'query' | 'fragment' | 'form_post'

/** The same with the response as a JWT (JARM §2.3). */
export type ResponseMode = PlainResponseMode | `${PlainResponseMode}.jwt`

/** How and when the resource owner proved who they are: what a token says about it, and no refresh changes. */
export interface Authentication {
  readonly sub: string
  readonly authTime: number
  readonly acr: string
  readonly amr: readonly string[]
  /** The session's id, as the `sid` claim has it. Absent where the person was asked outside of any session. */
  readonly sid?: string
}

/** One of the things that a client asks for in authorization details (RFC 9396 §2). */
export type AuthorizationDetail = JsonObject & { readonly type: string }

/** What a token is bound to, as its `cnf` claim says it: the thumbprint of a key, of a certificate, or both (RFC 9449 §6.1, RFC 8705 §3.1). */
export interface Confirmation {
  readonly jkt?: string
  readonly 'x5t#S256'?: string
}

/** A validated authorization request. */
export interface AuthorizationRequest {
  readonly clientId: string
  readonly redirectUri: string
  /** A name in `response-types/`. */
  readonly responseType: string
  readonly responseMode: ResponseMode
  readonly state: string | undefined
  readonly scope: readonly string[]
  readonly codeChallenge: string | undefined
  /** The key that the code is to be bound to (RFC 9449 §10). */
  readonly dpopJkt?: string | undefined
  readonly nonce: string | undefined
  readonly prompt: readonly string[]
  /** Seconds. */
  readonly maxAge: number | undefined
  readonly acrValues: readonly string[]
  readonly loginHint: string | undefined
  /** The subject of a verified `id_token_hint`. */
  readonly hintedSub: string | undefined
  /** When the person must be done, where its `request_uri` covers the sign-in. */
  readonly answerBy?: number
  /** The APIs that it names (RFC 8707 §2.1). Absent when it names none. */
  readonly resources?: readonly string[]
  /** RFC 9396 §3. Absent when it has none. */
  readonly authorizationDetails?: readonly AuthorizationDetail[]
  /** The device that waits for the answer, where it goes to one and not to a redirect URI (RFC 8628 §3.3). */
  readonly device?: WaitingDevice
}

/** An authorization request that a client pushed ahead (RFC 9126 §2.2). */
export interface PushedRequest {
  /** `par-1`, `par-2` …: what may be shown of it. */
  readonly id: string
  /** What stands for it in the browser: a secret until it is used. */
  readonly requestUri: string
  readonly clientId: string
  /** As sent, or as the request object says; no credentials. */
  readonly fields: FormFields
  /** Whether they came in a request object. */
  readonly isSigned: boolean
  readonly expiresAt: number
  readonly status: 'live' | 'used'
}

/** A device as the pages know it. */
export interface WaitingDevice {
  /** The device code: a secret between device and server. */
  readonly deviceCode: string
  /** What the device shows, as it shows it. */
  readonly userCode: string
  /** The address of the browser in which the code was entered, where the transport tells. */
  readonly enteredFrom?: string | undefined
}

/** A person who has passed one factor and owes another. */
export interface SecondFactorChallenge {
  readonly sub: string
  /** The methods passed so far. */
  readonly amr: readonly string[]
  /** The push prompt that was sent last. */
  readonly push: string | undefined
}

/** A question on a phone whether it is the person who signs in. */
export interface PushPrompt {
  readonly id: string
  readonly sub: string
  /** What the sign-in page shows: absent where a tap is enough. */
  readonly number: number | undefined
  /** The numbers of which the phone offers the choice; none where the number is typed, or there is none. */
  readonly choices: readonly number[]
  readonly expiresAt: number
  readonly status: 'pending' | 'approved' | 'denied' | 'mismatched' | 'used'
}

/** A browser that a person trusts. */
export interface TrustedDevice {
  readonly id: string
  /** The cookie's value: a secret. */
  readonly cookie: string
  readonly sub: string
  readonly expiresAt: number
}

/** An authorization request that waits for the person: from the first page to the redirect back. */
export interface PendingRequest {
  /** What the pages' forms carry: unguessable, so it is the CSRF token as well. */
  readonly id: string
  /** `request-1`, `request-2` …: what may be shown of it. */
  readonly name: string
  /** The browser that it began in, by cookie: no other may go on with it. */
  readonly browser: string
  readonly request: AuthorizationRequest
  readonly expiresAt: number
  readonly status: 'pending' | 'completed'
  /** Where this request's sign-in stands. */
  readonly signIn: SignInState
  /** The session that it goes on in, once somebody is signed in. */
  readonly sid: string | undefined
  /** The second factor that it waits for. Until it is passed there is no `sid`: nobody goes on without. */
  readonly challenge: SecondFactorChallenge | undefined
}

/** A signed-in browser. */
export interface Session extends Authentication {
  readonly sid: string
  /** The cookie's value: a secret, new at each sign-in (session fixation). */
  readonly cookie: string
  readonly state: SignInState
  readonly expiresAt: number
  readonly reason?: string
}

/** A question whether to sign out that waits for its answer. */
export interface PendingLogout {
  /** What the page's form carries: unguessable, so it is the CSRF token as well. */
  readonly id: string
  readonly sid: string
  /** Epoch seconds. */
  readonly askedAt: number
  readonly redirectUri: string | undefined
  readonly state: string | undefined
}

/** What was allowed to a client, once: by a person's consent or by the client's own credentials. Revocation ends all of it. */
export interface Grant {
  readonly id: string
  readonly clientId: string
  readonly scope: readonly string[]
  /** The APIs that its tokens can be for (RFC 8707 §2). Absent: all of the server's. */
  readonly resources?: readonly string[]
  /** What was allowed in more words than a scope has (RFC 9396 §3). */
  readonly authorizationDetails?: readonly AuthorizationDetail[]
  /** Absent for client_credentials: no person took part. */
  readonly authentication: Authentication | undefined
  /** What came of a token exchange (RFC 8693). */
  readonly exchange?: Exchange
  readonly issuedAt: number
  readonly revoked?: { readonly at: number; readonly reason: string }
}

/** Whom an exchanged token, or one for an assertion, is about, and who acts (RFC 8693 §1.1). */
interface Exchange {
  readonly sub: string
  /** Absent where nobody acts but the subject: impersonation. */
  readonly act?: Actor
  /** Epoch seconds: the subject token's own end. Absent for an assertion, whose lifetime is that of the request. */
  readonly notAfter?: number
}

/** The `act` claim: who acts now, and inside it who acted before (RFC 8693 §4.1). */
export type Actor = {
  readonly sub: string
  /** Where it is not this server that names the actor. */
  readonly iss?: string
  readonly act?: Actor
}

/** A one-time authorization code and what it is bound to (RFC 6749 §4.1.2). */
export interface AuthorizationCode {
  readonly id: string
  readonly value: string
  readonly grantId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly codeChallenge: string | undefined
  /** The key that the client must prove to have (RFC 9449 §10). */
  readonly dpopJkt?: string | undefined
  readonly nonce: string | undefined
  readonly expiresAt: number
  readonly status: 'live' | 'used' | 'revoked'
}

/** A refresh token: one generation of its grant's family (RFC 9700 §4.14.2). */
export interface RefreshToken {
  readonly id: string
  readonly value: string
  readonly grantId: string
  readonly clientId: string
  /** 1 for the first of the family. */
  readonly generation: number
  /** What a public client must prove to have at each use. */
  readonly confirmation?: Confirmation | undefined
  readonly issuedAt: number
  readonly expiresAt: number
  readonly status: 'live' | 'used' | 'revoked'
  readonly usedAt?: number
  readonly reason?: string
}

/** A refresh token that a database may have, before the server has heard that it does. */
export interface RefreshTokenDraft {
  readonly token: RefreshToken
  /** The id of the one that it replaces. */
  readonly parent: string
}

/** An access token, whichever its format. */
export interface AccessToken {
  /** The `jti`; not a secret. */
  readonly jti: string
  readonly grantId: string
  readonly clientId: string
  readonly sub: string
  readonly scope: readonly string[]
  readonly audience: readonly string[]
  readonly authorizationDetails?: readonly AuthorizationDetail[]
  /** Absent for a bearer token. */
  readonly confirmation?: Confirmation | undefined
  readonly issuedAt: number
  readonly expiresAt: number
  /** The code or refresh token that it came from. */
  readonly parent: string | undefined
  readonly status: 'live' | 'revoked'
  readonly reason?: string
}
