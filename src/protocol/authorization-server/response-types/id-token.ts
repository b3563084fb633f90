/**
 * `id_token` and `code id_token`: an ID Token right from the authorization endpoint, alone or beside a code (OpenID Connect Core
 * §3.2, §3.3). No access token comes this way, so RFC 9700 §2.1.2 has nothing against them.
 */
import type { ServerContext } from '../../state/context.ts'
import type { AuthorizationRequest, Grant } from '../../state/records.ts'
import { issueAuthorizationCode } from '../../tokens/authorization-code.ts'
import { issueIdToken } from '../../tokens/id-token.ts'
import type { ResponseType } from './response-type.ts'

/** The ID Token alone: a sign-in, and nothing to call with. */
export const idToken: ResponseType = {
  responseType: 'id_token',
  grantTypes: ['implicit'],
  carriesTokens: true,
  carriesCode: false,
  respond: async (grant, request, context) => [['id_token', await idTokenOf(grant, request, context)]],
}

/** Beside a code, which its `c_hash` binds to it (OpenID Connect Core §3.3.2.11). */
export const codeIdToken: ResponseType = {
  responseType: 'code id_token',
  grantTypes: ['implicit', 'authorization_code'],
  carriesTokens: true,
  carriesCode: true,
  async respond(grant, request, context) {
    const code = issueAuthorizationCode(grant, request, context).value
    return [
      ['code', code],
      ['id_token', await idTokenOf(grant, request, context, code)],
    ]
  },
}

function idTokenOf(
  { authentication, clientId, id: parent }: Grant,
  { nonce }: AuthorizationRequest,
  context: ServerContext,
  code?: string,
): Promise<string> {
  if (authentication === undefined) throw new Error(`grant ${parent} of an authorization request has no sign-in`)
  return issueIdToken(authentication, { clientId, nonce, parent, ...(code !== undefined && { code }) }, context)
}
