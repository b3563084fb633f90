/** What the operator of an authorization server may decide: lifetimes, rotation, PKCE, formats. Each value has a default. */

/** How long artifacts live, in seconds, by the name that their lifecycle notes have. */
export interface Lifetimes {
  /** RFC 6749 §4.1.2 recommends ten minutes at most; 60 by default, since a client redeems at once. */
  readonly authorization_code: number
  readonly access_token: number
  /** Absolute, from the first token of a family: a rotated token does not outlive the first. */
  readonly refresh_token: number
  readonly id_token: number
  /** Absolute, from the sign-in. */
  readonly session: number
  /** How long the sign-in and consent pages of one authorization request can be used. */
  readonly authorization_request: number
  /** How long a `request_uri` can be used; RFC 9126 §2.2 has between 5 and 600 seconds in mind. */
  readonly pushed_authorization_request: number
  /** A device code and its user code (RFC 8628 §3.2, `expires_in`). */
  readonly device_code: number
  /** A request that asks a person on their phone, unless the client wants it to end earlier (OpenID Connect CIBA §7.3). */
  readonly backchannel_request: number
}

/** How a device is authorized from another one (RFC 8628). */
export interface DevicePolicy {
  /** Letters that a person can tell apart, or digits for a remote control (RFC 8628 §6.1). */
  readonly userCodeAlphabet: 'letters' | 'digits'
  /**
   * So many wrong user codes within the window make the page refuse every code for a while (RFC 8628 §5.1). Counted for
   * the whole server: whoever guesses can throw away a cookie, and a person need not be signed in to guess.
   */
  readonly maxWrongCodes: number
  readonly wrongCodeWindowSeconds: number
  /**
   * From where a person may connect a device. `same` wants both to call from one address, which keeps out whoever sends a
   * code from afar (RFC 8628 §5.4); in no specification.
   */
  readonly network: 'any' | 'same'
}

/** When a second factor is asked, and how. No specification has these rules: each is the operator's own. */
export interface SecondFactorPolicy {
  /**
   * Who is asked at a sign-in. `on_request` asks where a client's `acr_values` do, `new_device` also in a browser that is
   * not trusted, `always` everybody.
   */
  readonly required: 'on_request' | 'new_device' | 'always'
  /** Scopes whose use is a high-risk action: who asks for one is asked for a second factor, whatever the device. */
  readonly highRiskScopes: readonly string[]
  /** How long a session with a second factor lives: shorter, since it may do more. */
  readonly sessionSeconds: number
  /** How long a browser that the person trusts is not new; 0 offers no trust. */
  readonly trustedDeviceSeconds: number
  /** By how many steps of 30 seconds a one-time code may be early or late (RFC 6238 §5.2 recommends one at most). */
  readonly totpLeewaySteps: number
  /** How long a push prompt can be answered. */
  readonly pushSeconds: number
  /**
   * What the person takes from the sign-in page to the phone: a number to pick out of three, or one to type, as NIST SP 800-63B-4
   * §3.1.3.1 wants it. `none` approves with a tap and is there to show why that is not enough.
   */
  readonly pushNumber: 'picked' | 'typed' | 'none'
  /**
   * So many prompts since the last second factor that passed; then none for as long as a lock lasts (NIST SP 800-63B-4
   * §3.1.3.2). 0 sets no limit.
   */
  readonly maxPushPrompts: number
  /** So many wrong answers in a row, whichever the factor, lock the second factor. */
  readonly maxAttempts: number
  readonly lockoutSeconds: number
  /** Refuses a refresh once the sign-in is older than this, so that the person signs in again; 0 looks at no age. */
  readonly maxAgeAtRefreshSeconds: number
}

/**
 * A database that the server reaches over the wire and that decides which refresh token of a family is the live one: one row for
 * each family, so that several processes of the server agree. In no specification: RFC 9700 §4.14.2 does not say how a use is kept.
 */
export interface RefreshTokenDatabase {
  /** Where the rows are. Filters, forms and answers are written as PostgREST has them. */
  readonly url: string
  /**
   * Under which condition the row is changed. `current_token` has the database compare the token that was sent. The others are
   * there to show why: `issue_time` compares whole seconds, `none` looks first and writes then, whatever has happened in between.
   */
  readonly condition: 'current_token' | 'issue_time' | 'none'
  /** How many writes a rotation is. With `two` the old token is retired, and its successor stored by a second one. */
  readonly writes: 'one' | 'two'
}

/** What keeps a page out of frames: a directive of Content-Security-Policy, or a header of its own. */
export type FramingHeader = 'frame-ancestors' | 'x-frame-options'

/** The operator's decisions. What has no clause in a specification says so in its notes: clause `policy`. */
export interface Policy {
  readonly lifetimes: Lifetimes
  /** Each use of a refresh token retires it and brings the next one (RFC 9700 §4.14.2). */
  readonly refreshTokenRotation: boolean
  /** Vendor policy, in no specification: for so many seconds a retired refresh token still gets the family's live one. */
  readonly refreshTokenReuseWindowSeconds: number
  /**
   * What a second use of a retired token does beyond its refusal. RFC 9700 §4.14.2 wants the family revoked; `refused` leaves it alone, a
   * habit of some servers that notices no theft.
   */
  readonly refreshTokenReplay: 'revokes_family' | 'refused'
  /** Where the state of refresh tokens is kept, when it is not the server's own memory. Only for tokens that rotate. */
  readonly refreshTokenDatabase: RefreshTokenDatabase | undefined
  /**
   * Who must send a code challenge. `public_clients` is the minimum of RFC 9700 §2.1.1; `required` asks everybody, as
   * OAuth 2.1 does. A challenge that was sent is enforced, and a verifier without one refused (§4.8.2, downgrade).
   * The others allow what RFC 9700 forbids and are there to show why: `optional` asks nobody and enforces what was
   * sent; `downgradable` asks nobody and takes a verifier for a code without a challenge; `unsupported` is a server from
   * before PKCE, which ignores its parameters.
   */
  readonly pkce: 'required' | 'public_clients' | 'optional' | 'downgradable' | 'unsupported'
  /** `jwt` as RFC 9068, or `opaque`: a reference that only introspection explains. */
  readonly accessTokenFormat: 'jwt' | 'opaque'
  /**
   * Whether clients that are registered for it still get tokens from the authorization endpoint (RFC 6749 §4.2). RFC 9700
   * §2.1.2 tells clients not to use it. `in_any_mode` is a server from before the response modes, which puts tokens into a
   * query when it is asked to; it is there to show why that is forbidden.
   */
  readonly implicit: 'off' | 'registered_clients' | 'in_any_mode'
  /**
   * How a redirect URI is compared with those that are registered. `prefix` takes whatever begins like one of them, at the token
   * endpoint as well; RFC 9700 §4.1.3 forbids it, and it is there to show why.
   */
  readonly redirectUriMatching: 'exact' | 'prefix'
  /** By which status a browser is sent back to a client. 307 has it send the form again, the password too (RFC 9700 §4.12). */
  readonly redirectStatus: 303 | 307
  /** Whether a view inside of an app may ask for a code (RFC 8252 §8.12 lets a server refuse it, as Google does). */
  readonly embeddedUserAgents: 'allowed' | 'refused'
  /**
   * How many roles an access token names. Of a person who has more it names none, and the place where they can be asked for
   * (distributed claims, OpenID Connect Core §5.6.2), as Microsoft Entra ID does with groups. `undefined`: it names all.
   */
  readonly rolesInToken: { readonly most: number; readonly endpoint: string } | undefined
  /** Whether authorization responses name this server (RFC 9207 §2). `off` is a server from before that, and there to show why. */
  readonly responseIssuer: 'sent' | 'off'
  /**
   * What becomes of a scope that is not offered: it is refused, or ignored while the rest is granted. RFC 6749 §3.3 allows both.
   */
  readonly unofferedScope: 'refused' | 'ignored'
  /**
   * Whether a consent once given answers later requests for the same scopes. `never` asks nobody, where all clients are the
   * operator’s own.
   */
  readonly consent: 'remembered' | 'always' | 'never'
  /**
   * SameSite of the cookie that says who is signed in. `None` also sends it into a frame of an app's page, which a silent sign-in there
   * needs (`prompt=none`), as far as the browser lets third parties have cookies. In no specification of OAuth.
   */
  readonly sessionCookieSameSite: 'Lax' | 'None'
  /**
   * SameSite of the cookie that ties a page of the server to the browser it was shown in. `None` lets such a page work in a frame of
   * another site, and is there to show what comes of that.
   */
  readonly signInCookieSameSite: 'Lax' | 'None'
  /**
   * Which headers keep the server's pages out of frames. RFC 9700 §4.16 has Content-Security-Policy combined with the older header; with
   * fewer a person can be made to click what they don't see.
   */
  readonly framingHeaders: readonly FramingHeader[]
  /**
   * Whose scripts may read what the endpoints of clients answer (CORS): origins of registered redirect URIs, or these alone. In no
   * specification of OAuth.
   */
  readonly scriptOrigins: 'redirect_uris' | readonly string[]
  /** Whether every client must push its authorization requests (RFC 9126 §5). A client can be registered for it alone (§6). */
  readonly requirePushedAuthorizationRequests: boolean
  /**
   * What a `request_uri` must outlive: the browser's arrival with it, or the whole sign-in, as at a server that looks the
   * request up again after each page. In no specification: RFC 9126 §4 only says that an expired one is invalid.
   */
  readonly requestUriCovers: 'arrival' | 'sign_in'
  /** Whether every client must sign its authorization requests (RFC 9101 §10.5). A client can be registered for it alone. */
  readonly requireSignedRequestObject: boolean
  /** Whether proofs must have a nonce that this server hands out (RFC 9449 §8, §9). */
  readonly dpopNonce: 'off' | 'required'
  readonly secondFactor: SecondFactorPolicy
  readonly device: DevicePolicy
  /**
   * Whether a token exchange looks at `may_act` (RFC 8693 §4.4): wherever the subject token has it, only with one that has
   * it, or never. `unchecked` lets any actor speak for any person and is there to show why.
   */
  readonly mayAct: 'when_present' | 'required' | 'unchecked'
  /**
   * Whether an assertion must be for this server and its resources (RFC 7523 §3). `unchecked` takes one that was made for
   * another server and is there to show why.
   */
  readonly assertionTarget: 'checked' | 'unchecked'
  /** How often a logout token is sent to a client that cannot be reached. Without a pause: the server has no timer. */
  readonly backchannelLogoutAttempts: number
  /** How long a client that polls the token endpoint must wait between two requests, at first (RFC 8628 §3.2). */
  readonly pollingIntervalSeconds: number
}

/** Policy values to differ from the default. */
export type PolicyOptions = Partial<Omit<Policy, 'lifetimes' | 'secondFactor' | 'device'>> & {
  readonly lifetimes?: Partial<Lifetimes>
  readonly secondFactor?: Partial<SecondFactorPolicy>
  readonly device?: Partial<DevicePolicy>
}

/** The default policy: what RFC 9700 recommends, with short lifetimes. */
export const defaultPolicy: Policy = {
  lifetimes: {
    authorization_code: 60,
    access_token: 300,
    refresh_token: 86_400,
    id_token: 300,
    session: 28_800,
    authorization_request: 600,
    pushed_authorization_request: 60,
    device_code: 600,
    backchannel_request: 300,
  },
  refreshTokenRotation: true,
  refreshTokenReuseWindowSeconds: 0,
  refreshTokenReplay: 'revokes_family',
  refreshTokenDatabase: undefined,
  pkce: 'public_clients',
  accessTokenFormat: 'jwt',
  implicit: 'off',
  redirectUriMatching: 'exact',
  redirectStatus: 303,
  embeddedUserAgents: 'allowed',
  rolesInToken: undefined,
  responseIssuer: 'sent',
  unofferedScope: 'refused',
  consent: 'remembered',
  sessionCookieSameSite: 'Lax',
  signInCookieSameSite: 'Lax',
  framingHeaders: ['frame-ancestors', 'x-frame-options'],
  scriptOrigins: 'redirect_uris',
  requirePushedAuthorizationRequests: false,
  requestUriCovers: 'arrival',
  requireSignedRequestObject: false,
  dpopNonce: 'off',
  secondFactor: {
    required: 'on_request',
    highRiskScopes: [],
    sessionSeconds: 900,
    trustedDeviceSeconds: 2_592_000,
    totpLeewaySteps: 1,
    pushSeconds: 60,
    pushNumber: 'picked',
    maxPushPrompts: 0,
    maxAttempts: 5,
    lockoutSeconds: 300,
    maxAgeAtRefreshSeconds: 0,
  },
  device: { userCodeAlphabet: 'letters', maxWrongCodes: 10, wrongCodeWindowSeconds: 300, network: 'any' },
  mayAct: 'when_present',
  assertionTarget: 'checked',
  backchannelLogoutAttempts: 3,
  pollingIntervalSeconds: 5,
}

/** Fills in the defaults. */
export function resolvePolicy(options: PolicyOptions = {}): Policy {
  return {
    ...defaultPolicy,
    ...options,
    lifetimes: { ...defaultPolicy.lifetimes, ...options.lifetimes },
    secondFactor: { ...defaultPolicy.secondFactor, ...options.secondFactor },
    device: { ...defaultPolicy.device, ...options.device },
  }
}
