/** What the authorization endpoint can answer with: one file a flow, listed here. Checks and discovery derive from the list. */
import type { Policy } from '../../state/policy.ts'
import { code } from './code.ts'
import { idTokenToken, token } from './implicit.ts'
import type { ResponseType } from './response-type.ts'

export type { ResponseType } from './response-type.ts'

const responseTypes: readonly ResponseType[] = [code, token, idTokenToken]

/** The response types that a server with this policy answers. */
export function offeredResponseTypes({ implicit }: Pick<Policy, 'implicit'>): ResponseType[] {
  return responseTypes.filter((type) => !type.carriesTokens || implicit !== 'off')
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
