/** Refresh token families in a database: what a rotation reads and writes over the wire, and in which order. */
import { serialiseForm } from '../../http/index.ts'
import { isJsonObject, type Json, parseJson } from '../../lib/json.ts'
import type { ServerContext } from '../state/context.ts'
import type { RefreshTokenDatabase } from '../state/policy.ts'
import type { Confirmation, Grant, RefreshToken } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import {
  answerReplay,
  draftRefreshToken,
  isForgiven,
  type LastUse,
  recordRefreshToken,
  refuseExpired,
  refuseRevoked,
} from './refresh-token.ts'

/** A family as the database has it. */
interface Family {
  /** The id of its grant. */
  readonly id: string
  /** The id of the refresh token that was issued last. */
  readonly current: string
  /** `spent` while the current one has been used and its successor is not stored. */
  readonly status: 'live' | 'spent' | 'revoked'
  /** Epoch seconds; 0 before the first refresh. */
  readonly last_refresh: number
}

/**
 * Uses a refresh token whose family is in a database, and returns its successor, or the live token within the reuse window.
 *
 * Of several uses that arrive together exactly one rotates, as long as the write itself carries the condition. A check that
 * was read before lets all of them through (RFC 9700 §4.14.2 wants the second one noticed).
 */
export async function redeemInDatabase(
  token: RefreshToken,
  {
    grant,
    confirmation,
    database,
  }: { grant: Grant; confirmation: Confirmation | undefined; database: RefreshTokenDatabase },
  context: ServerContext,
): Promise<RefreshToken> {
  const { store, environment } = context
  const isRevoked = () => store.grants.get(grant.id)?.revoked !== undefined
  if (isRevoked()) throw refuseRevoked(token, context)
  if (environment.now() >= token.expiresAt) throw refuseExpired(token, context)
  const family = openFamily(grant.id, database, context)

  if (database.condition === 'none') {
    const row = await family.read()
    if (row?.current !== token.id || row.status !== 'live') return answerLateUse(token, family, context)
  }
  const next = draftRefreshToken(grant, { previous: token, confirmation }, context)
  store.saveRefreshTokenDraft({ token: next, parent: token.id })
  const last_refresh = String(environment.now())
  const condition = conditionOf(token, database)
  if (database.writes === 'two') {
    if (!(await family.write(condition, { status: 'spent', last_refresh })))
      return answerLateUse(token, family, context)
    await family.write({}, { current: next.id, status: 'live' })
  } else if (!(await family.write(condition, { current: next.id, last_refresh }))) {
    return answerLateUse(token, family, context)
  }

  // The family may have ended while the write was under way: what it brought is revoked with it.
  if (isRevoked()) throw refuseRevoked(token, context)
  accept(
    { rule: 'refresh_token', clause: 'RFC 9700 §4.14.2' },
    'The database has put the next generation in the place of the refresh token.',
    environment,
  )
  store.consumeRefreshToken(token.value, environment.now())
  environment.note({ type: 'lifecycle', artifact: 'refresh_token', id: token.id, change: 'rotated' })
  return issueCurrent(next.id, context) ?? next
}

/** The token that a row names. Whoever hears of it first, the writer or one who came second, issues it. */
function issueCurrent(id: string, context: ServerContext): RefreshToken | undefined {
  const { refreshTokens, refreshTokenDrafts } = context.store
  const issued = [...refreshTokens.values()].find((token) => token.id === id)
  const draft = refreshTokenDrafts.get(id)
  return issued ?? (draft && recordRefreshToken(draft.token, draft.parent, context))
}

/** The condition that the row must meet to be changed, as filters. */
function conditionOf(token: RefreshToken, { condition }: RefreshTokenDatabase): Readonly<Record<string, string>> {
  switch (condition) {
    case 'current_token':
      return { current: `eq.${token.id}`, status: 'eq.live' }
    case 'issue_time':
      return { last_refresh: `lte.${token.issuedAt}`, status: 'eq.live' }
    case 'none':
      return {}
    default:
      return condition satisfies never
  }
}

/** What a use gets that did not change the row: the live token within the reuse window, else the end of the family. */
async function answerLateUse(
  token: RefreshToken,
  family: ReturnType<typeof openFamily>,
  context: ServerContext,
): Promise<RefreshToken> {
  const row = await family.read()
  if (row === undefined || row.status === 'revoked') throw refuseRevoked(token, context)
  const live = row.status === 'live' ? issueCurrent(row.current, context) : undefined
  const lastUse: LastUse = { usedAt: row.last_refresh, live }
  if (!isForgiven(lastUse, context)) await family.write({}, { status: 'revoked' })
  return answerReplay(token, lastUse, context)
}

function readFamily(row: Json): Family {
  const { id, current, status, last_refresh } = isJsonObject(row) ? row : {}
  return {
    id: String(id),
    current: String(current),
    // What the column does not know is not live.
    status: status === 'live' || status === 'spent' ? status : 'revoked',
    last_refresh: Number(last_refresh),
  }
}

/** The row of one family. Its operations throw `server_error` when the database does not answer. */
function openFamily(id: string, { url }: RefreshTokenDatabase, { environment }: ServerContext) {
  async function send(method: 'GET' | 'PATCH', filters: Readonly<Record<string, string>>, body = '') {
    const address = `${url}?${serialiseForm(Object.entries({ ...filters, id: `eq.${id}` }))}`
    const type = ['content-type', 'application/x-www-form-urlencoded'] as const
    const headers = [['prefer', 'return=representation'] as const, ...(method === 'PATCH' ? [type] : [])]
    const response = await environment.send({ method, url: address, headers, body }).catch(() => undefined)
    const rows = response?.status === 200 ? parseJson(response.body) : undefined
    if (Array.isArray(rows)) return rows.map(readFamily)
    throw refuse(
      { rule: 'database', clause: 'policy' },
      {
        code: 'server_error',
        message: 'The database did not answer, so the refresh could not be completed.',
        fix: 'Try again with the same refresh token.',
      },
      environment,
    )
  }

  return {
    async read(): Promise<Family | undefined> {
      return (await send('GET', {}))[0]
    },
    /** Changes the row, if it meets the condition. True when it did. */
    async write(
      condition: Readonly<Record<string, string>>,
      changes: Readonly<Record<string, string>>,
    ): Promise<boolean> {
      return (await send('PATCH', condition, serialiseForm(Object.entries(changes)))).length > 0
    },
  }
}
