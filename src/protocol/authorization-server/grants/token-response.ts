/** Putting the tokens of a grant together into a response. */

import type { ServerContext } from '../../state/context.ts'
import type { AuthorizationDetail, Confirmation, Grant, RefreshToken } from '../../state/records.ts'
import { encodeAccessToken, recordAccessToken } from '../../tokens/access-token.ts'
import { issueIdToken } from '../../tokens/id-token.ts'
import type { TokenResponse } from './grant.ts'

/** What goes into a response. */
export interface TokenRequest {
  readonly grant: Grant
  /** The scope of the access token: the grant's, or less. */
  readonly scope: readonly string[]
  /** The APIs that the access token is for, where fewer than the grant's. */
  readonly resources?: readonly string[] | undefined
  /** What the access token allows, where it is less than the grant. */
  readonly authorizationDetails?: readonly AuthorizationDetail[] | undefined
  /** The id of the code or refresh token that was used. */
  readonly parent: string | undefined
  /** The refresh token to hand out. */
  readonly refreshToken: RefreshToken | undefined
  readonly nonce: string | undefined
  /** What the access token is bound to. */
  readonly confirmation?: Confirmation | undefined
}

/**
 * Issues an access token and, for a scope with `openid`, an ID Token. The access token is recorded before the first
 * `await`: nothing can come between the use of a code and the record of what it brought.
 */
export async function issueTokens(
  { grant, scope, resources, authorizationDetails, parent, refreshToken, nonce, confirmation }: TokenRequest,
  context: ServerContext,
): Promise<TokenResponse> {
  const record = recordAccessToken(grant, { scope, parent, resources, authorizationDetails, confirmation }, context)
  const accessToken = await encodeAccessToken(record, context)
  const { authentication, clientId } = grant
  const isOpenid = authentication !== undefined && scope.includes('openid')
  const idToken = { clientId, accessToken, nonce, parent: parent ?? grant.id }
  return {
    access_token: accessToken,
    token_type: confirmation?.jkt === undefined ? 'Bearer' : 'DPoP',
    expires_in: record.expiresAt - record.issuedAt,
    ...(refreshToken !== undefined && { refresh_token: refreshToken.value }),
    ...(isOpenid && { id_token: await issueIdToken(authentication, idToken, context) }),
    ...(record.authorizationDetails && { authorization_details: record.authorizationDetails }),
    ...(scope.length > 0 && { scope: scope.join(' ') }),
  }
}
