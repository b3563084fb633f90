/** `code`: a code that the client exchanges for tokens at the token endpoint (RFC 6749 §4.1.2). */
import { issueAuthorizationCode } from '../../tokens/authorization-code.ts'
import type { ResponseType } from './response-type.ts'

/** The response type of the authorization code flow. */
export const code: ResponseType = {
  responseType: 'code',
  grantTypes: ['authorization_code'],
  carriesTokens: false,
  carriesCode: true,
  respond: async (grant, request, context) => [['code', issueAuthorizationCode(grant, request, context).value]],
}
