/** How an authorization response reaches the client: one file a mode, listed here. */
import type { FormFields, HttpResponse } from '../../../http/index.ts'
import type { Policy } from '../../state/policy.ts'
import type { ResponseMode } from '../../state/records.ts'
import { formPost } from './form-post.ts'
import { fragment } from './fragment.ts'
import { query } from './query.ts'

/** Each mode writes the response's parameters to the redirect URI in its own way. */
export const responseModes: Readonly<
  Record<ResponseMode, (redirectUri: string, response: FormFields, status: Policy['redirectStatus']) => HttpResponse>
> = { query, fragment, form_post: formPost }

/** Whether a name is that of a response mode. */
export function isResponseMode(name: string): name is ResponseMode {
  return Object.hasOwn(responseModes, name)
}
