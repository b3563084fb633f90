/** All rules that a recorded login is held against, in the order in which a login comes to them. */
import { API_CALL_RULES } from './api-call.ts'
import { AUTHORIZATION_REQUEST_RULES } from './authorization-request.ts'
import { AUTHORIZATION_RESPONSE_RULES } from './authorization-response.ts'
import { ID_TOKEN_RULES } from './id-token.ts'
import type { Rule } from './rule.ts'
import { TOKEN_REQUEST_RULES } from './token-request.ts'
import { TOKEN_RESPONSE_RULES } from './token-response.ts'

/** The rules. */
export const RULES: readonly Rule[] = [
  ...AUTHORIZATION_REQUEST_RULES,
  ...AUTHORIZATION_RESPONSE_RULES,
  ...TOKEN_REQUEST_RULES,
  ...TOKEN_RESPONSE_RULES,
  ...ID_TOKEN_RULES,
  ...API_CALL_RULES,
]
