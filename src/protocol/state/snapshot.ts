/** The whole state of an authorization server as plain JSON: what an inspector shows. No secret is in it. */
import type { JWK } from 'jose'
import type { Environment } from '../environment.ts'
import { publicJwks } from '../keys.ts'
import type { PolledRequest } from './polled-requests.ts'
import type { Confirmation, PushPrompt } from './records.ts'
import type { Store } from './store.ts'

/** Where an artifact stands. */
type Status = 'active' | 'used' | 'expired' | 'revoked'

/** The state of an authorization server at one moment. Times are epoch seconds; lists are in order of creation. */
export interface ServerSnapshot {
  readonly issuer: string
  /** The published keys (RFC 7517 §5). */
  readonly jwks: { readonly keys: readonly JWK[] }
  readonly clients: readonly {
    readonly client_id: string
    readonly client_name: string
    /** `••••••` when there is one. */
    readonly client_secret?: string
    readonly redirect_uris: readonly string[]
    readonly grant_types: readonly string[]
    readonly scope?: string
    readonly token_endpoint_auth_method: string
  }[]
  readonly sessions: readonly {
    readonly sid: string
    readonly sub: string
    readonly state: string
    readonly auth_time: number
    readonly acr: string
    readonly amr: readonly string[]
    readonly expires_at: number
    readonly reason?: string
  }[]
  readonly consents: readonly { readonly sub: string; readonly client_id: string; readonly scope: string }[]
  readonly pending_requests: readonly {
    /** `request-1`, `request-2` …; what the pages carry is a secret. */
    readonly id: string
    readonly client_id: string
    readonly scope: string
    readonly sign_in: string
    readonly status: 'pending' | 'completed' | 'expired'
    readonly expires_at: number
  }[]
  readonly push_prompts: readonly {
    readonly id: string
    readonly sub: string
    readonly status: PushPrompt['status'] | 'expired'
    readonly expires_at: number
  }[]
  readonly trusted_devices: readonly {
    readonly id: string
    readonly sub: string
    readonly status: Status
    readonly expires_at: number
  }[]
  /** What waits to be decided elsewhere, while its client polls. Absent as long as there was none. */
  readonly polled_requests?: readonly {
    readonly id: string
    readonly client_id: string
    readonly scope: string
    readonly status: PolledRequest['status'] | 'expired'
    /** Seconds between two polls. */
    readonly interval: number
    readonly expires_at: number
    readonly grant?: string
  }[]
  readonly codes: readonly {
    readonly id: string
    readonly status: Status
    readonly expires_at: number
    readonly grant: string
    readonly bound_to: {
      readonly client_id: string
      readonly redirect_uri: string
      readonly code_challenge?: string
    }
  }[]
  readonly grants: readonly {
    readonly id: string
    readonly client_id: string
    readonly sub?: string
    readonly scope: string
    readonly status: 'active' | 'revoked'
    readonly reason?: string
    /** The refresh-token family, first generation first. */
    readonly refresh_tokens: readonly {
      readonly id: string
      readonly generation: number
      readonly status: Status
      readonly issued_at: number
      readonly expires_at: number
      readonly used_at?: number
      readonly cnf?: Confirmation
      readonly reason?: string
    }[]
  }[]
  readonly access_tokens: readonly {
    readonly jti: string
    readonly grant: string
    readonly client_id: string
    readonly sub: string
    readonly scope: string
    readonly status: Status
    readonly expires_at: number
    /** What it is bound to (RFC 7800 §3). */
    readonly cnf?: Confirmation
    readonly parent?: string
    readonly reason?: string
  }[]
  /** Access tokens that were revoked before they expired: what an offline validator cannot know. */
  readonly revocation_list: readonly { readonly jti: string; readonly expires_at: number; readonly reason: string }[]
}

/** Reads a memory at a moment. */
export function takeSnapshot(issuer: string, store: Store, environment: Environment): ServerSnapshot {
  const now = environment.now()
  return {
    issuer,
    jwks: publicJwks(environment),
    clients: [...store.clients.values()].map((client) => ({
      client_id: client.client_id,
      client_name: client.client_name,
      ...(client.client_secret !== undefined && { client_secret: '••••••' }),
      redirect_uris: client.redirect_uris,
      grant_types: client.grant_types,
      ...(client.scope !== undefined && { scope: client.scope }),
      token_endpoint_auth_method: client.token_endpoint_auth_method,
    })),
    sessions: [...store.sessions.values()].map((session) => ({
      sid: session.sid,
      sub: session.sub,
      state: session.state,
      auth_time: session.authTime,
      acr: session.acr,
      amr: session.amr,
      expires_at: session.expiresAt,
      ...reasonOf(session),
    })),
    consents: store
      .consents()
      .map(({ sub, clientId, scope }) => ({ sub, client_id: clientId, scope: scope.join(' ') })),
    pending_requests: [...store.pendingRequests.values()].map((pending) => ({
      id: pending.name,
      client_id: pending.request.clientId,
      scope: pending.request.scope.join(' '),
      sign_in: pending.signIn,
      status: pending.status === 'pending' && now >= pending.expiresAt ? 'expired' : pending.status,
      expires_at: pending.expiresAt,
    })),
    push_prompts: [...store.factors.pushPrompts.values()].map(({ id, sub, status, expiresAt }) => ({
      id,
      sub,
      status: status === 'pending' && now >= expiresAt ? 'expired' : status,
      expires_at: expiresAt,
    })),
    trusted_devices: [...store.factors.trustedDevices.values()].map(({ id, sub, expiresAt }) => ({
      id,
      sub,
      status: now < expiresAt ? 'active' : 'expired',
      expires_at: expiresAt,
    })),
    ...(store.polledRequests.requests.size > 0 && {
      polled_requests: [...store.polledRequests.requests.values()].map((request) => ({
        id: request.id,
        client_id: request.clientId,
        scope: request.scope.join(' '),
        status: request.status === 'pending' && now >= request.expiresAt ? 'expired' : request.status,
        interval: request.interval,
        expires_at: request.expiresAt,
        ...(request.grantId !== undefined && { grant: request.grantId }),
      })),
    }),
    codes: [...store.codes.values()].map((code) => ({
      id: code.id,
      status: statusOf(code, now),
      expires_at: code.expiresAt,
      grant: code.grantId,
      bound_to: {
        client_id: code.clientId,
        redirect_uri: code.redirectUri,
        ...(code.codeChallenge !== undefined && { code_challenge: code.codeChallenge }),
      },
    })),
    grants: [...store.grants.values()].map((grant) => ({
      id: grant.id,
      client_id: grant.clientId,
      ...(grant.authentication !== undefined && { sub: grant.authentication.sub }),
      scope: grant.scope.join(' '),
      status: grant.revoked === undefined ? 'active' : 'revoked',
      ...(grant.revoked !== undefined && { reason: grant.revoked.reason }),
      refresh_tokens: [...store.refreshTokens.values()]
        .filter((token) => token.grantId === grant.id)
        .map((token) => ({
          id: token.id,
          generation: token.generation,
          status: statusOf(token, now),
          issued_at: token.issuedAt,
          expires_at: token.expiresAt,
          ...(token.usedAt !== undefined && { used_at: token.usedAt }),
          ...(token.confirmation !== undefined && { cnf: token.confirmation }),
          ...reasonOf(token),
        })),
    })),
    access_tokens: [...store.accessTokens.values()].map((token) => ({
      jti: token.jti,
      grant: token.grantId,
      client_id: token.clientId,
      sub: token.sub,
      scope: token.scope.join(' '),
      status: statusOf(token, now),
      expires_at: token.expiresAt,
      ...(token.confirmation !== undefined && { cnf: token.confirmation }),
      ...(token.parent !== undefined && { parent: token.parent }),
      ...reasonOf(token),
    })),
    revocation_list: [...store.accessTokens.values()]
      .filter((token) => token.status === 'revoked' && now < token.expiresAt)
      .map((token) => ({ jti: token.jti, expires_at: token.expiresAt, reason: token.reason ?? 'revoked' })),
  }
}

function statusOf(record: { status: 'live' | 'used' | 'revoked'; expiresAt: number }, now: number): Status {
  if (record.status !== 'live') return record.status
  return now < record.expiresAt ? 'active' : 'expired'
}

function reasonOf(record: { reason?: string }): { reason?: string } {
  return record.reason === undefined ? {} : { reason: record.reason }
}
