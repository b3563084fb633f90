/** All rules that a recorded login is held against, in the order in which a login comes to them. */
import { API_CALL_RULES } from './api-call.ts'
import { AUTHORIZATION_REQUEST_RULES } from './authorization-request.ts'
import { AUTHORIZATION_RESPONSE_RULES } from './authorization-response.ts'
import { DEVICE_RULES } from './device.ts'
import { ERROR_PAGE_RULES } from './error-page.ts'
import { ID_TOKEN_RULES } from './id-token.ts'
import { METADATA_RULES } from './metadata.ts'
import { PREFLIGHT_RULES } from './preflight.ts'
import { REFUSAL_RULES } from './refusal.ts'
import { REGISTRATION_RULES } from './registration.ts'
import type { Rule } from './rule.ts'
import { TOKEN_MANAGEMENT_RULES } from './token-management.ts'
import { TOKEN_REQUEST_RULES } from './token-request.ts'
import { TOKEN_RESPONSE_RULES } from './token-response.ts'

/** The rules. */
export const RULES: readonly Rule[] = [
  ...PREFLIGHT_RULES,
  ...METADATA_RULES,
  ...REGISTRATION_RULES,
  ...AUTHORIZATION_REQUEST_RULES,
  ...ERROR_PAGE_RULES,
  ...AUTHORIZATION_RESPONSE_RULES,
  ...TOKEN_REQUEST_RULES,
  ...TOKEN_RESPONSE_RULES,
  ...ID_TOKEN_RULES,
  ...DEVICE_RULES,
  ...API_CALL_RULES,
  ...TOKEN_MANAGEMENT_RULES,
  ...REFUSAL_RULES,
]
