/**
 * The memory of an authorization server: readable as maps, changed by verbs alone.
 *
 * Every verb is synchronous. That is what makes consumption atomic: between the check and the set nothing else runs.
 */
import { createDpopMemory, type DpopMemory } from '../dpop-memory.ts'
import { createReplayCache } from '../replay-cache.ts'
import type { Client } from './config.ts'
import { createFactorStore, type FactorStore } from './factor-store.ts'
import { forgetEnded, forgetUnless } from './forgetting.ts'
import { createPolledRequests, type PolledRequests } from './polled-requests.ts'
import type {
  AccessToken,
  AuthorizationCode,
  Grant,
  PendingLogout,
  PendingRequest,
  PushedRequest,
  RefreshToken,
  RefreshTokenDraft,
  Session,
} from './records.ts'

/** What came of an attempt to use something that can be used once. */
type Consumption = 'consumed' | 'used' | 'expired' | 'revoked'

/** What ended with a grant: ids by artifact, in the order in which they were issued. */
interface Revoked {
  readonly codes: readonly AuthorizationCode[]
  readonly refreshTokens: readonly RefreshToken[]
  readonly accessTokens: readonly AccessToken[]
}

/** The memory of one authorization server. The maps keep insertion order. */
export interface Store {
  readonly clients: ReadonlyMap<string, Client>
  /** By `sid`. */
  readonly sessions: ReadonlyMap<string, Session>
  readonly pendingRequests: ReadonlyMap<string, PendingRequest>
  /** By `request_uri`. */
  readonly pushedRequests: ReadonlyMap<string, PushedRequest>
  readonly grants: ReadonlyMap<string, Grant>
  /** By code value. */
  readonly codes: ReadonlyMap<string, AuthorizationCode>
  /** By token value. */
  readonly refreshTokens: ReadonlyMap<string, RefreshToken>
  /** By id: made, and on the way to a database that has not confirmed it yet. */
  readonly refreshTokenDrafts: ReadonlyMap<string, RefreshTokenDraft>
  /** By `jti`. */
  readonly accessTokens: ReadonlyMap<string, AccessToken>
  readonly factors: FactorStore
  readonly polledRequests: PolledRequests
  readonly dpop: DpopMemory
  /** Until when what a client's document says may be used; `undefined` for a client that was registered. */
  documentFreshUntil(clientId: string): number | undefined
  /** The session of a cookie value. */
  findSession(cookie: string): Session | undefined
  /** The scopes that a person allowed a client, `undefined` when they never did. */
  consentedScope(sub: string, clientId: string): readonly string[] | undefined
  /** Every consent, for a snapshot. */
  consents(): readonly { readonly sub: string; readonly clientId: string; readonly scope: readonly string[] }[]
  /** The access token that a bearer value stands for, whichever its format. */
  findAccessToken(value: string): AccessToken | undefined
  /** The refresh token of a grant that can still be used, if there is one. */
  liveRefreshToken(grantId: string, now: number): RefreshToken | undefined

  /** A short id that is stable within a run: `code-1`, `code-2` … */
  nextId(artifact: string): string
  saveClient(client: Client): void
  /** Saves a client as its document describes it, in place of an earlier description. */
  saveDescribedClient(client: Client, freshUntil: number): void
  /** Saves a session; only its latest cookie value finds it. */
  saveSession(session: Session): void
  /** No session is found by this cookie value any more. */
  forgetCookie(cookie: string): void
  savePendingRequest(request: PendingRequest): void
  /** Forgets the requests that are over. */
  forgetPendingRequests(now: number): void
  /** Whether a sign-in was begun with this cookie of a browser. */
  knowsBrowser(cookie: string): boolean
  /** Keeps a pushed request and forgets those that are over. */
  savePushedRequest(request: PushedRequest, now: number): void
  savePendingLogout(logout: PendingLogout): void
  saveGrant(grant: Grant): void
  saveCode(code: AuthorizationCode): void
  saveRefreshToken(token: RefreshToken): void
  saveRefreshTokenDraft(draft: RefreshTokenDraft): void
  saveAccessToken(token: AccessToken): void
  /** Remembers the value under which an access token was handed out. */
  nameAccessToken(value: string, jti: string): void
  saveConsent(sub: string, clientId: string, scope: readonly string[]): void

  /** Completes a pending authorization request, once. */
  consumePendingRequest(id: string, now: number): Consumption
  /** Uses a `request_uri`, once. */
  consumePushedRequest(requestUri: string, now: number): Consumption
  /** Takes the question whether to sign out, once. */
  takePendingLogout(id: string): PendingLogout | undefined
  /** Uses a code, once. */
  consumeCode(value: string, now: number): Consumption
  /** Retires a refresh token, once. */
  consumeRefreshToken(value: string, now: number): Consumption
  /** Uses the `jti` of a client's assertion, once until it expires (RFC 7523 §3). True when it was new. */
  consumeAssertion(clientId: string, jti: string, expiresAt: number, now: number): boolean
  /** Revokes one access token. False when it was revoked before. */
  revokeAccessToken(jti: string, reason: string): boolean
  /** Ends a grant with every code and token that came from it, and says what was live until now. */
  revokeGrant(id: string, reason: string, now: number): Revoked
  /**
   * Forgets what ended at `before` or earlier, and each grant of which nothing is left. A grant stays as long as the
   * session that it was given in: whoever signs out there signs its client out, too. A client that was described stays as
   * long as a grant, a page or a poll of its own, one that was registered for good. Epoch seconds.
   */
  forget(before: number): void
}

/** An empty memory that knows its configured clients. Its ids begin with the prefix. */
export function createStore(configured: readonly Client[], idPrefix = ''): Store {
  const clients = new Map(configured.map((client) => [client.client_id, client]))
  const documents = new Map<string, number>()
  const sessions = new Map<string, Session>()
  const sessionCookies = new Map<string, string>()
  const pendingRequests = new Map<string, PendingRequest>()
  const pushedRequests = new Map<string, PushedRequest>()
  let browsers = new Set<string>()
  const pendingLogouts = new Map<string, PendingLogout>()
  const grants = new Map<string, Grant>()
  const codes = new Map<string, AuthorizationCode>()
  const refreshTokens = new Map<string, RefreshToken>()
  const refreshTokenDrafts = new Map<string, RefreshTokenDraft>()
  const accessTokens = new Map<string, AccessToken>()
  const accessTokenNames = new Map<string, string>()
  const consents = new Map<string, { sub: string; clientId: string; scope: readonly string[] }>()
  const factors = createFactorStore()
  const polledRequests = createPolledRequests()
  const assertions = createReplayCache()
  const counters = new Map<string, number>()

  const consentKey = (sub: string, clientId: string) => JSON.stringify([sub, clientId])

  return {
    clients,
    sessions,
    pendingRequests,
    pushedRequests,
    grants,
    codes,
    refreshTokens,
    refreshTokenDrafts,
    accessTokens,
    factors,
    polledRequests,
    dpop: createDpopMemory(),
    documentFreshUntil: (clientId) => documents.get(clientId),
    findSession: (cookie) => sessions.get(sessionCookies.get(cookie) ?? ''),
    consentedScope: (sub, clientId) => consents.get(consentKey(sub, clientId))?.scope,
    consents: () => [...consents.values()],
    findAccessToken(value) {
      const jti = accessTokenNames.get(value)
      return jti === undefined ? undefined : accessTokens.get(jti)
    },
    liveRefreshToken(grantId, now) {
      return [...refreshTokens.values()].find(
        (token) => token.grantId === grantId && token.status === 'live' && now < token.expiresAt,
      )
    },

    nextId(artifact) {
      const count = (counters.get(artifact) ?? 0) + 1
      counters.set(artifact, count)
      return `${idPrefix}${artifact}-${count}`
    },
    saveClient: (client) => void clients.set(client.client_id, client),
    saveDescribedClient(client, freshUntil) {
      clients.set(client.client_id, client)
      documents.set(client.client_id, freshUntil)
    },
    saveSession(session) {
      sessionCookies.delete(sessions.get(session.sid)?.cookie ?? '')
      sessionCookies.set(session.cookie, session.sid)
      sessions.set(session.sid, session)
    },
    forgetCookie: (cookie) => void sessionCookies.delete(cookie),
    savePendingRequest(request) {
      pendingRequests.set(request.id, request)
      browsers.add(request.browser)
    },
    forgetPendingRequests(now) {
      for (const { id, status, expiresAt } of pendingRequests.values()) {
        if (status === 'completed' || expiresAt <= now) pendingRequests.delete(id)
      }
      browsers = new Set([...pendingRequests.values()].map(({ browser }) => browser))
    },
    knowsBrowser: (cookie) => browsers.has(cookie),
    savePushedRequest(request, now) {
      forgetEnded(pushedRequests, now)
      pushedRequests.set(request.requestUri, request)
    },
    savePendingLogout: (logout) => void pendingLogouts.set(logout.id, logout),
    saveGrant: (grant) => void grants.set(grant.id, grant),
    saveCode: (code) => void codes.set(code.value, code),
    saveRefreshToken: (token) => void refreshTokens.set(token.value, token),
    saveRefreshTokenDraft: (draft) => void refreshTokenDrafts.set(draft.token.id, draft),
    saveAccessToken: (token) => void accessTokens.set(token.jti, token),
    nameAccessToken: (value, jti) => void accessTokenNames.set(value, jti),
    saveConsent: (sub, clientId, scope) => void consents.set(consentKey(sub, clientId), { sub, clientId, scope }),

    consumePendingRequest(id, now) {
      const request = pendingRequests.get(id)
      if (request === undefined || request.status === 'completed') return 'used'
      if (now >= request.expiresAt) return 'expired'
      pendingRequests.set(id, { ...request, status: 'completed' })
      return 'consumed'
    },
    consumePushedRequest(requestUri, now) {
      const request = pushedRequests.get(requestUri)
      if (request === undefined || now >= request.expiresAt) return 'expired'
      if (request.status === 'used') return 'used'
      pushedRequests.set(requestUri, { ...request, status: 'used' })
      return 'consumed'
    },
    takePendingLogout(id) {
      const logout = pendingLogouts.get(id)
      pendingLogouts.delete(id)
      return logout
    },
    consumeCode(value, now) {
      const code = codes.get(value)
      if (code === undefined || code.status === 'revoked') return 'revoked'
      if (code.status === 'used') return 'used'
      if (now >= code.expiresAt) return 'expired'
      codes.set(value, { ...code, status: 'used' })
      return 'consumed'
    },
    consumeRefreshToken(value, now) {
      const token = refreshTokens.get(value)
      if (token === undefined || token.status === 'revoked') return 'revoked'
      if (token.status === 'used') return 'used'
      if (now >= token.expiresAt) return 'expired'
      refreshTokens.set(value, { ...token, status: 'used', usedAt: now })
      return 'consumed'
    },
    consumeAssertion: (clientId, jti, expiresAt, now) =>
      assertions.take(JSON.stringify([clientId, jti]), expiresAt, now),
    revokeAccessToken(jti, reason) {
      const token = accessTokens.get(jti)
      if (token?.status !== 'live') return false
      accessTokens.set(jti, { ...token, status: 'revoked', reason })
      return true
    },
    revokeGrant(id, reason, now) {
      const grant = grants.get(id)
      if (grant !== undefined && grant.revoked === undefined) grants.set(id, { ...grant, revoked: { at: now, reason } })
      return {
        codes: revoke(codes, id, (code) => ({ ...code, status: 'revoked' })),
        refreshTokens: revoke(refreshTokens, id, (token) => ({ ...token, status: 'revoked', reason })),
        accessTokens: revoke(accessTokens, id, (token) => ({ ...token, status: 'revoked', reason })),
      }
    },
    forget(before) {
      for (const records of [sessions, codes, refreshTokens, accessTokens]) forgetEnded(records, before)
      forgetUnless(sessionCookies, (sid) => sessions.has(sid))
      forgetUnless(pendingLogouts, ({ sid, askedAt }) => sessions.has(sid) && askedAt > before)
      forgetUnless(accessTokenNames, (jti) => accessTokens.has(jti))
      forgetUnless(refreshTokenDrafts, ({ token }) => token.expiresAt > before)
      polledRequests.forget(before)
      factors.forget(before)
      const artifacts = [...codes.values(), ...refreshTokens.values(), ...accessTokens.values()]
      const wanted = new Set(artifacts.map(({ grantId }) => grantId))
      for (const { grantId } of polledRequests.requests.values()) if (grantId !== undefined) wanted.add(grantId)
      forgetUnless(
        grants,
        ({ id, issuedAt, authentication }) =>
          wanted.has(id) || issuedAt > before || sessions.has(authentication?.sid ?? ''),
      )
      const waiting = [...pendingRequests.values()].filter(({ expiresAt }) => expiresAt > before)
      const atWork = new Set(waiting.map(({ request }) => request.clientId))
      for (const { clientId } of [...grants.values(), ...polledRequests.requests.values()]) atWork.add(clientId)
      for (const [clientId, freshUntil] of documents) {
        if (freshUntil > before || atWork.has(clientId)) continue
        documents.delete(clientId)
        clients.delete(clientId)
      }
    },
  }
}

/** Revokes what is live of one grant in one map, and returns it. */
function revoke<T extends { grantId: string; status: string }>(
  records: Map<string, T>,
  grantId: string,
  toRevoked: (record: T) => T,
): T[] {
  const live = [...records].filter(([, record]) => record.grantId === grantId && record.status === 'live')
  for (const [key, record] of live) records.set(key, toRevoked(record))
  return live.map(([, record]) => record)
}
