/** What the authorization endpoint can answer with: one file a flow, listed here. Checks and discovery derive from the list. */

import { normaliseResponseType } from '../../checks/response-type.ts'
import type { ResolvedConfig } from '../../state/config.ts'
import { code } from './code.ts'
import { codeIdToken, idToken } from './id-token.ts'
import { idTokenToken, token } from './implicit.ts'
import type { ResponseType } from './response-type.ts'

export type { ResponseType } from './response-type.ts'

const responseTypes: readonly ResponseType[] = [code, token, idTokenToken, idToken, codeIdToken]

/** The response types of this server: access tokens where the policy still allows it, ID Tokens where a configured client registered that. */
export function offeredResponseTypes({ policy, clients }: Pick<ResolvedConfig, 'policy' | 'clients'>): ResponseType[] {
  const isOffered = new Map<ResponseType, boolean>([
    [code, true],
    ...[token, idTokenToken].map((type): [ResponseType, boolean] => [type, policy.implicit !== 'off']),
    ...[idToken, codeIdToken].map((type): [ResponseType, boolean] => [
      type,
      clients.some((client) => client.response_types.map(normaliseResponseType).includes(type.responseType)),
    ]),
  ])
  return responseTypes.filter((type) => isOffered.get(type))
}

/** The response type of a request that was checked. */
export function findResponseType(name: string): ResponseType {
  const found = responseTypes.find((type) => type.responseType === name)
  if (found === undefined) throw new Error(`unknown response type ${name}`)
  return found
}

/**
 * The mode in which a client awaits the answer when it names none: the fragment wherever tokens were asked for, also when
 * they are refused (OAuth 2.0 Multiple Response Types §2.1, §5).
 */
export function defaultResponseMode(responseType: string | undefined): 'query' | 'fragment' {
  return /\b(id_token|token)\b/.test(responseType ?? '') ? 'fragment' : 'query'
}
