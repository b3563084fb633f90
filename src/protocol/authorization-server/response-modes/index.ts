/** How an authorization response reaches the client: one file a mode, listed here. */
import { formPost } from './form-post.ts'
import { fragment } from './fragment.ts'
import { query } from './query.ts'

/** The names of the response modes (OAuth 2.0 Multiple Response Type Encoding Practices §2.1, Form Post Response Mode §2). */
export type ResponseMode = keyof typeof responseModes

/** Each mode writes the response's parameters to the redirect URI in its own way. */
export const responseModes = { query, fragment, form_post: formPost }

/** Whether a name is that of a response mode. */
export function isResponseMode(name: string): name is ResponseMode {
  return Object.hasOwn(responseModes, name)
}
