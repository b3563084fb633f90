/** The tokens that are handed in for an exchange: whose they are, and whether they still hold (RFC 8693 §2.1). */
import { createLocalJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose'
import type { Json } from '../../lib/json.ts'
import { kindOfJwt } from '../jwt.ts'
import { publicJwks } from '../keys.ts'
import { type RequestParameters, requireParameter } from '../parameters.ts'
import type { ServerContext } from '../state/context.ts'
import { mayActOf } from '../state/may-act.ts'
import type { AccessToken, Actor, Authentication, AuthorizationDetail, Confirmation } from '../state/records.ts'
import { accessTokenType, idTokenType, jwtType } from '../token-types.ts'
import { accept, refuse } from '../verdict.ts'
import { readConfirmation } from './token-binding.ts'
import { actorOf, isRecord, verifyTrustedJwt } from './trusted-jwt.ts'

/** What a token that was handed in says. */
export interface ExchangedToken {
  readonly sub: string
  /** Absent where this server issued it. */
  readonly iss?: string
  readonly clientId: string | undefined
  /** Absent where the token has none: an ID Token, or another server's. */
  readonly scope?: readonly string[]
  /** What it allows in more words (RFC 9396 §9.1). */
  readonly details?: readonly AuthorizationDetail[]
  readonly authentication: Authentication | undefined
  readonly act?: Actor
  readonly mayAct?: Readonly<Record<string, Json>>
  /** Epoch seconds. */
  readonly expiresAt: number
  /** Whether it is an ID Token of this server, by whichever type it was handed in: that is a JWT too (RFC 8693 §3). */
  readonly isIdToken?: true
  /** What the token is bound to, if it is. */
  readonly confirmation?: Confirmation | undefined
}

const types = [accessTokenType, idTokenType, jwtType]
/** Of another server: an ID Token or an access token. Whatever has a name of its own is for something else (RFC 8725 §3.11). */
const foreignTyps = ['jwt', 'at+jwt']

/** The token in `subject_token` or `actor_token`, checked. `invalid_request` for whatever is wrong with it (RFC 8693 §2.2.2). */
export async function readExchangedToken(
  role: 'subject' | 'actor',
  parameters: RequestParameters,
  context: ServerContext,
): Promise<ExchangedToken> {
  const { environment } = context
  const rule = { rule: `${role}_token`, clause: 'RFC 8693 §2.1' }
  const value = requireParameter(parameters, `${role}_token`, rule.clause, environment)
  const type = requireParameter(parameters, `${role}_token_type`, rule.clause, environment)
  const no = (message: string, fix: string) =>
    refuse({ ...rule, clause: 'RFC 8693 §2.2.2' }, { code: 'invalid_request', message, fix }, environment)
  if (!types.includes(type)) throw no(`The server exchanges no ${type}.`, `Send one of ${types.join(' ')}.`)
  const record = type === idTokenType ? undefined : context.store.findAccessToken(value)
  if (record !== undefined) {
    const isLive = record.status === 'live' && environment.now() < record.expiresAt
    if (!isLive) throw no(`The ${role}_token has expired or was revoked.`, 'Get a new one first.')
    accept(rule, `The ${role}_token is a live access token of this server.`, environment)
    return ofRecord(record, context)
  }
  try {
    if (type === accessTokenType) throw new TypeError('it is no access token of this server')
    const isOwn = decodeJwt(value).iss === context.config.issuer
    const token = isOwn ? await readIdToken(value, context) : await readForeignJwt(value, context)
    accept(rule, `The ${role}_token is valid.`, environment)
    return token
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable'
    throw no(`The ${role}_token is not valid: ${reason}.`, 'Send a token that this server issued, or a trusted issuer.')
  }
}

function ofRecord(token: AccessToken, context: ServerContext): ExchangedToken {
  const grant = context.store.grants.get(token.grantId)
  const { authentication, exchange } = grant ?? {}
  const mayAct = mayActOf(grant, context)
  return {
    sub: token.sub,
    clientId: token.clientId,
    scope: token.scope,
    ...(token.authorizationDetails && { details: token.authorizationDetails }),
    authentication,
    expiresAt: token.expiresAt,
    confirmation: token.confirmation,
    ...(exchange?.act && { act: exchange.act }),
    ...(mayAct && { mayAct }),
  }
}

/** An ID Token of this server, which says who signed in. The session that it names must still be there; one from a phone names none. */
async function readIdToken(value: string, context: ServerContext): Promise<ExchangedToken> {
  const { config, environment } = context
  const { payload } = await jwtVerify(value, createLocalJWKSet(publicJwks(environment)), {
    issuer: config.issuer,
    // `typ` tells an ID Token from an access token, which the same key signs (RFC 8725 §3.11).
    typ: 'JWT',
    algorithms: environment.keys.map((key) => key.alg),
    currentDate: new Date(environment.now() * 1000),
    requiredClaims: ['sub', 'aud', 'exp', 'auth_time'],
  })
  const authentication = payload.sid === undefined ? readAuthentication(payload) : sessionOf(payload, context)
  const { sub } = authentication
  const mayAct = config.users.find((user) => user.sub === sub)?.may_act
  const said = { sub, clientId: [payload.aud].flat()[0], expiresAt: payload.exp ?? 0, isIdToken: true } as const
  return { ...said, authentication, ...(mayAct && { mayAct }) }
}

function readAuthentication({ sub = '', auth_time, acr, amr }: JWTPayload): Authentication {
  return { sub, authTime: Number(auth_time), acr: String(acr), amr: [amr].flat().map(String) }
}

function sessionOf(payload: JWTPayload, { store }: ServerContext): Authentication {
  const session = store.sessions.get(String(payload.sid))
  if (session?.state !== 'Session Established') throw new TypeError('its session has ended')
  const { sub, authTime, acr, amr, sid } = session
  if (sub !== payload.sub) throw new TypeError('its session is another person’s')
  return { sub, authTime, acr, amr, sid }
}

/** A JWT that an issuer signed whom this server trusts, for this server. */
async function readForeignJwt(value: string, context: ServerContext): Promise<ExchangedToken> {
  if (!foreignTyps.includes(kindOfJwt(value)))
    throw new TypeError(`a JWT with the typ ${kindOfJwt(value)} is none to exchange`)
  const payload = await verifyTrustedJwt(value, { audience: context.config.issuer }, context)
  const { sub = '', iss = '', exp = 0, client_id } = payload
  const act = actorOf(payload.act)
  const { may_act: mayAct } = payload
  // What is malformed limits somebody, and is no leave for everybody.
  if (mayAct !== undefined && !isRecord(mayAct)) throw new TypeError('its may_act claim is no object')
  const said = { sub, iss, clientId: typeof client_id === 'string' ? client_id : undefined }
  const confirmation = readConfirmation(payload.cnf)
  return {
    ...said,
    authentication: undefined,
    expiresAt: exp,
    confirmation,
    ...(act && { act }),
    ...(mayAct && { mayAct }),
  }
}
