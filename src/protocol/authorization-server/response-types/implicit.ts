/**
 * `token` and `id_token token`: the implicit grant (RFC 6749 §4.2, OpenID Connect Core §3.2). Deprecated: RFC 9700 §2.1.2
 * tells clients not to use it, and a server answers it only where its policy says so.
 */
import type { FormFields } from '../../../http/index.ts'
import type { ServerContext } from '../../state/context.ts'
import type { Grant } from '../../state/records.ts'
import { encodeAccessToken, recordAccessToken } from '../../tokens/access-token.ts'
import { issueIdToken } from '../../tokens/id-token.ts'
import type { ResponseType } from './response-type.ts'

const implicit = { grantTypes: ['implicit'], carriesTokens: true, carriesCode: false } as const

/** An access token right from the authorization endpoint (RFC 6749 §4.2.2). There is never a refresh token. */
export const token: ResponseType = {
  ...implicit,
  responseType: 'token',
  respond: async (grant, _request, context) => accessTokenFields(grant, context),
}

/** The access token with an ID Token that is bound to it by `at_hash` (OpenID Connect Core §3.2.2.5, §3.2.2.10). */
export const idTokenToken: ResponseType = {
  ...implicit,
  responseType: 'id_token token',
  async respond(grant, { nonce }, context) {
    const fields = await accessTokenFields(grant, context)
    const { authentication, clientId, id: parent } = grant
    if (authentication === undefined) throw new Error(`grant ${parent} of an implicit request has no sign-in`)
    const [, accessToken] = fields[0]
    const idToken = await issueIdToken(authentication, { clientId, accessToken, nonce, parent }, context)
    return [...fields, ['id_token', idToken]]
  },
}

/** What a token response says, as form fields: the access token first. */
async function accessTokenFields(
  grant: Grant,
  context: ServerContext,
): Promise<[readonly ['access_token', string], ...FormFields]> {
  const record = recordAccessToken(grant, { scope: grant.scope, parent: undefined }, context)
  return [
    ['access_token', await encodeAccessToken(record, context)],
    ['token_type', 'Bearer'],
    ['expires_in', String(record.expiresAt - record.issuedAt)],
    ['scope', grant.scope.join(' ')],
  ]
}
