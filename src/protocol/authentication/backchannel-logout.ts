/** Telling clients from server to server that a session has ended (OpenID Connect Back-Channel Logout). */
import { serialiseForm } from '../../http/index.ts'
import { base64url } from '../../lib/encoding.ts'
import type { ResolvedConfig } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import type { Session } from '../state/records.ts'
import { protect } from '../tokens/protected-response.ts'
import { accept, refuse } from '../verdict.ts'

/** How long a logout token can be used, in seconds: two minutes, as the specification prefers (OpenID Connect Back-Channel Logout §4). */
const LIFETIME = 120
/** The one event of a logout token (§2.4). */
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout'

/** Whether this server tells clients: where a configured one registered a place for it (§2.1). */
export function offersBackchannelLogout({ clients }: Pick<ResolvedConfig, 'clients'>): boolean {
  return clients.some((client) => client.backchannel_logout_uri !== undefined)
}

/** Sends a logout token to each client that got an ID Token in the session and registered a place for it. Never rejects. */
export async function notifyLogout({ sid, sub }: Session, context: ServerContext): Promise<void> {
  const { store } = context
  const inSession = [...store.grants.values()].filter(
    (grant) => grant.authentication?.sid === sid && grant.exchange === undefined && grant.scope.includes('openid'),
  )
  for (const clientId of new Set(inSession.map((grant) => grant.clientId))) {
    const uri = store.clients.get(clientId)?.backchannel_logout_uri
    if (uri !== undefined) await deliver({ clientId, uri, sid, sub }, context)
  }
}

async function deliver(
  { clientId, uri, sid, sub }: { clientId: string; uri: string; sid: string; sub: string },
  context: ServerContext,
): Promise<void> {
  const { config, environment } = context
  const iat = environment.now()
  const claims = {
    iss: config.issuer,
    sub,
    aud: clientId,
    iat,
    exp: iat + LIFETIME,
    jti: base64url(environment.randomBytes(16, 'logout_token')),
    events: { [LOGOUT_EVENT]: {} },
    sid,
  }
  const rule = { rule: 'backchannel_logout', clause: 'OpenID Connect Back-Channel Logout §2.8' }
  const fail = (why: string) => {
    const message = `${clientId} ${why}; it may still take the person for signed in.`
    const fix = 'Answer 200 to a valid logout token; let the app’s own session end soon in any case.'
    refuse(rule, { code: 'temporarily_unavailable', message, fix }, environment)
  }
  // Signed and encrypted as the client's ID Tokens are (§2.4).
  const token = { response: 'id_token', clientId, claims, typ: 'logout+jwt' } as const
  const written = await protect(token, context).catch((error: Error) => error)
  if (written instanceof Error) return fail(`could not be told (${written.message})`)
  const body = serialiseForm([['logout_token', written]])
  environment.note({
    type: 'lifecycle',
    artifact: 'logout_token',
    id: claims.jti,
    change: 'issued',
    expires_at: claims.exp,
    parent: sid,
  })
  const headers = [['content-type', 'application/x-www-form-urlencoded']] as const
  let why = ''
  for (let attempt = 1; attempt <= config.policy.backchannelLogoutAttempts; attempt++) {
    const status = await environment.send({ method: 'POST', url: uri, headers, body }).then(
      (response) => response.status,
      () => undefined,
    )
    if (status !== undefined && status >= 200 && status < 300) {
      accept(rule, `${clientId} was told that the session has ended.`, environment)
      return
    }
    why = status === undefined ? 'could not be reached' : `answered ${status}`
    if (status !== undefined && status < 500) break
  }
  // An attempt that another one follows has decided nothing.
  fail(why)
}
