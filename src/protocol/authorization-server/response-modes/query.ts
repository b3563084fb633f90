/** `query`: the response in the redirect URI's query, the default of the code flow (RFC 6749 §4.1.2). */
import { appendQuery, type FormFields, type HttpResponse, redirect } from '../../../http/index.ts'
import { noStore } from '../../errors.ts'
import type { Policy } from '../../state/policy.ts'

/** Redirects, usually with 303, which every browser follows with GET and without the form's body (RFC 9700 §4.12). */
export function query(redirectUri: string, response: FormFields, status: Policy['redirectStatus']): HttpResponse {
  return redirect(appendQuery(redirectUri, response), noStore, status)
}
