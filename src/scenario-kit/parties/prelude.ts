/** A sign-in that happened before the first step: the same requests to the same server, answered for real, but not on the wire. */
import { base64url } from 'jose'
import { type HttpHandler, header, serialiseForm } from '../../http/index.ts'
import type { RandomBytes } from '../../simulation/index.ts'
import type { ServerMetadata } from '../endpoints.ts'
import { ADA } from './cast.ts'
import { createPlainBrowser } from './plain-browser.ts'

/** Who signs in where. */
export interface Prelude {
  readonly metadata: ServerMetadata
  /** The authorization server's handler. */
  readonly handle: HttpHandler
  readonly client_id: string
  readonly redirect_uri: string
  readonly scope: string
  /** The API that the tokens are for (RFC 8707 §2). Default: all that the server knows. */
  readonly resource?: string
  /** Client credentials for the token request, as form fields; none for a public client. */
  readonly credentials?: Readonly<Record<string, string>>
  readonly random: RandomBytes
}

/** What the app has when the scenario begins. */
export interface PreludeTokens {
  readonly access_token: string
  /** Seconds. */
  readonly expires_in: number
  readonly refresh_token?: string
  readonly id_token?: string
}

/** What the app has when its callback has been called, and the token request is what comes next. */
export interface PreludeCode {
  readonly code: string
  readonly code_verifier: string
}

/**
 * Signs Ada in with code and PKCE and returns the tokens. Scenarios that begin with a signed-in app call it from a task
 * of their `open`. Throws when the server refuses, with what it said.
 */
export async function signInBeforehand(prelude: Prelude): Promise<PreludeTokens> {
  const { metadata, client_id, redirect_uri } = prelude
  const { code, code_verifier } = await authorizeBeforehand(prelude)
  const fields = {
    grant_type: 'authorization_code',
    code,
    redirect_uri,
    client_id,
    code_verifier,
    ...prelude.credentials,
  }
  const answer = await createPlainBrowser(prelude.handle).post(
    metadata.token_endpoint,
    serialiseForm(Object.entries(fields)),
  )
  if (answer.status !== 200) throw new Error(`The sign-in before the first step failed: ${answer.body}`)
  return JSON.parse(answer.body)
}

/** The same sign-in up to the code; the token request is left to the scenario. */
export async function authorizeBeforehand(prelude: Omit<Prelude, 'credentials'>): Promise<PreludeCode> {
  const { metadata, client_id, redirect_uri, scope, resource, random } = prelude
  const browser = createPlainBrowser(prelude.handle)
  const code_verifier = base64url.encode(random(32, 'prelude'))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL(metadata.authorization_endpoint)
  request.search = serialiseForm(
    Object.entries({
      response_type: 'code',
      client_id,
      redirect_uri,
      scope,
      state: 'prelude',
      code_challenge: base64url.encode(new Uint8Array(digest)),
      code_challenge_method: 'S256',
      ...(resource !== undefined && { resource }),
    }),
  )
  let answer = await browser.submit(await browser.get(request.href), ADA)
  let code: string | null = null
  // Who has allowed the app before is not asked again, so the next answer is a consent page, a way to one, or the code.
  while (code === null) {
    const location = header(answer, 'location')
    if (location === undefined) {
      answer = await browser.submit(answer, { decision: 'approve' })
      continue
    }
    const target = new URL(location, metadata.issuer)
    code = target.searchParams.get('code')
    if (code === null) answer = await browser.get(target.href)
  }
  return { code, code_verifier }
}
