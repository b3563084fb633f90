/** The broker: a client of the upstream server that signs people in to accounts of its own (OpenID Connect Core §3.1, §5.7). */
import { base64url, createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose'
import { type HeaderLine, type HttpRequest, type HttpResponse, html, parseForm, redirect } from '../../http/index.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { type Account, chooseAccount, type Directory, type Linking, type Person } from './linking.ts'
import { linkPage } from './pages.ts'

/** How the broker is registered upstream, and what it does. */
export interface BrokerConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly userinfo_endpoint: string
  readonly jwks_uri: string
  readonly client_id: string
  readonly client_secret: string
  readonly redirect_uri: string
  readonly linking: Linking
}

/** What is remembered of a sign-in upstream, for one browser: what must come back, and then who it was. */
export type Pending = {
  readonly transaction: string
  readonly state: string
  readonly nonce: string
  readonly code_verifier: string
  readonly person?: Person
}

/** What the broker works with. */
export interface Broker extends ServerGlobals {
  readonly pending: ServerSessions<Pending>
  readonly directory: Directory
  /** The broker’s own authorization server goes on with the app’s request: signed in as somebody, or not at all. */
  signedIn(request: HttpRequest, transaction: string, account: Account, person: Person): Promise<HttpResponse>
  notSignedIn(request: HttpRequest, transaction: string, error: SignInError): Promise<HttpResponse>
}

/** The routes that the broker has besides those of its authorization server. */
export function createRoutes(broker: Broker, config: BrokerConfig): Routes {
  const { pending, directory } = broker
  return {
    async 'GET /federation/start'(request) {
      // #region upstream-request
      const transaction = new URL(request.url).searchParams.get('transaction') ?? ''
      const { url, signIn } = await beginUpstream(broker, config, transaction)
      return redirect(url, [pending.start(signIn)])
      // #endregion
    },

    async 'GET /federation/callback'(request) {
      // #region upstream-response
      const response = new URL(request.url).searchParams
      const signIn = pending.read(request)
      if (signIn === undefined || response.get('state') !== signIn.state) {
        throw new SignInError('state_mismatch', 'No sign-in of this browser waits for this answer.')
      }
      // From here on the app is told what went wrong: it waits.
      const person = await finishUpstream(broker, config, response, signIn).catch((error: unknown) =>
        error instanceof SignInError ? error : unreachable(error),
      )
      if (person instanceof SignInError) {
        return withLine(await broker.notSignedIn(request, signIn.transaction, person), pending.end(request))
      }
      // #endregion

      // #region linking
      const choice = chooseAccount(directory, config.linking, person)
      if (choice.type === 'ask') {
        pending.replace(request, { ...signIn, person })
        return html(200, linkPage({ email: person.email }))
      }
      if (choice.type === 'refuse') {
        const refusal = new SignInError('account_exists', 'Another account already exists with this email address.')
        return withLine(await broker.notSignedIn(request, signIn.transaction, refusal), pending.end(request))
      }
      return withLine(await broker.signedIn(request, signIn.transaction, choice.account, person), pending.end(request))
      // #endregion
    },

    async 'POST /federation/link'(request) {
      // #region linking
      const signIn = pending.read(request)
      if (signIn?.person === undefined) throw new SignInError('state_mismatch', 'Nothing waits to be linked.')
      const { username = '', password = '' } = Object.fromEntries(parseForm(request.body))
      const account = directory.withPassword(username, password)
      if (account === undefined) {
        const alert = 'The username or password is wrong. Please try again.'
        return html(400, linkPage({ username, email: signIn.person.email, alert }))
      }
      directory.link(signIn.person, account)
      const response = await broker.signedIn(request, signIn.transaction, account, signIn.person)
      return withLine(response, pending.end(request))
      // #endregion
    },
  }
}

async function beginUpstream(
  broker: Broker,
  config: BrokerConfig,
  transaction: string,
): Promise<{ url: string; signIn: Pending }> {
  const { crypto } = broker
  // #region upstream-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const signIn = { transaction, state: randomText(), nonce: randomText(), code_verifier: randomText() }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signIn.code_verifier))
  const url = new URL(config.authorization_endpoint)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: 'openid profile email',
    state: signIn.state,
    nonce: signIn.nonce,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  return { url: url.href, signIn }
  // #endregion
}

/** Who signed in upstream. Throws {@link SignInError}. */
async function finishUpstream(
  broker: Broker,
  config: BrokerConfig,
  response: URLSearchParams,
  signIn: Pending,
): Promise<Person> {
  const { fetch, Date: clock } = broker
  // #region upstream-response
  if (response.get('iss') !== config.issuer) throw new SignInError('issuer_mismatch', 'Another server sent this.')
  if (response.has('error')) throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  // #endregion

  // #region upstream-tokens
  const credentials = [config.client_id, config.client_secret].map(encodeURIComponent).join(':')
  const tokenResponse = await fetch(config.token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: response.get('code') ?? '',
      redirect_uri: config.redirect_uri,
      code_verifier: signIn.code_verifier,
    }),
  })
  const tokens = await tokenResponse.json()
  if (!tokenResponse.ok) throw new SignInError(tokens.error, tokens.error_description)
  const keys = createLocalJWKSet(await (await fetch(config.jwks_uri)).json())
  const { issuer, client_id: audience } = config
  const { payload } = await jwtVerify<JWTPayload & { nonce?: string; amr?: string[] }>(tokens.id_token, keys, {
    issuer,
    audience,
    currentDate: new Date(clock.now()),
  }).catch((error: Error) => {
    throw new SignInError('invalid_id_token', `The ID token is not valid: ${error.message}.`)
  })
  if (payload.nonce !== signIn.nonce) throw new SignInError('invalid_id_token', 'The ID token is of another sign-in.')
  // #endregion

  // #region upstream-profile
  const userInfo = await fetch(config.userinfo_endpoint, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  const profile = await userInfo.json()
  // What UserInfo says counts only for the person of the ID token (OpenID Connect Core §5.3.2).
  if (profile.sub !== payload.sub) throw new SignInError('sub_mismatch', 'UserInfo speaks of somebody else.')
  return {
    iss: issuer,
    sub: String(payload.sub),
    name: String(profile.name),
    email: String(profile.email),
    email_verified: profile.email_verified === true,
    amr: payload.amr ?? [],
  }
  // #endregion
}

/** What `fetch` throws when the wire fails is no fault of the person’s (RFC 6749 §4.1.2.1). */
function unreachable(error: unknown): SignInError {
  if (!(error instanceof TypeError)) throw error
  return new SignInError('temporarily_unavailable', 'The other server does not answer.')
}

function withLine(response: HttpResponse, line: HeaderLine): HttpResponse {
  return { ...response, headers: [...response.headers, line] }
}
