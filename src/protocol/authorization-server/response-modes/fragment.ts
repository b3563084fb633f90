/** `fragment`: the response behind `#`, which a browser keeps from servers (OAuth 2.0 Multiple Response Types §2.1). */
import { type FormFields, type HttpResponse, redirect, serialiseForm } from '../../../http/index.ts'
import { noStore } from '../../errors.ts'
import type { Policy } from '../../state/policy.ts'

/** Redirects with the response in the fragment; a registered redirect URI has none of its own (RFC 6749 §3.1.2). */
export function fragment(redirectUri: string, response: FormFields, status: Policy['redirectStatus']): HttpResponse {
  return redirect(`${redirectUri}#${serialiseForm(response)}`, noStore, status)
}
