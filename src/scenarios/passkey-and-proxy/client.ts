/** The backend of a web app that signs people in itself: by password and one-time code, by passkey (WebAuthn Level 3 §7.2), or both. */
import { base64url } from 'jose'
import { html, json, parseForm, redirect } from '../../http/index.ts'
import { type PasskeyAnswer, type PasskeyRecord, verifyPasskey } from '../../protocol/authentication/passkey.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { Note, ServerGlobals } from '../../simulation/index.ts'
import { accountPage, codePage, type Methods, startPage } from './pages.ts'

/** How the app signs people in. */
export interface AppConfig {
  readonly methods: Methods
  /** The domain that passkeys are made for. */
  readonly rpId: string
  /** Pages that may ask for a passkey; `any` is a mistake that apps make. */
  readonly origins: readonly string[] | 'any'
}

/** Who can sign in. */
export interface Accounts {
  /** Whether the password is that of the account. */
  hasPassword(username: string, password: string): boolean
  /** Whether the one-time code is the one of this moment. */
  hasCode(username: string, code: string): Promise<boolean>
  byPasskey(id: string): { readonly username: string; readonly passkey: PasskeyRecord } | undefined
  /** Keeps the counter of a passkey. */
  keepSignCount(id: string, signCount: number): void
}

/** What is remembered of a sign-in under way, for one browser. */
export type Pending = { readonly username?: string; readonly challenge?: string }

export type Session = { readonly username: string }

/** What the backend works with. */
export interface WebApp extends ServerGlobals {
  readonly pending: ServerSessions<Pending>
  readonly sessions: ServerSessions<Session>
  readonly accounts: Accounts
  note(note: Note): void
}

/** The sign-in does not go on, by a rule of the app’s own. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused'
  readonly rule: 'credentials' | 'otp_invalid' | 'passkey_only' | 'passkey_answer'

  constructor(rule: SignInRefused['rule'], message: string) {
    super(message)
    this.rule = rule
  }
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: AppConfig): Routes {
  const { pending, sessions, accounts, crypto } = app
  return {
    // #region account
    async 'GET /'(request) {
      const session = sessions.read(request)
      return html(200, session === undefined ? startPage(config.methods) : accountPage(session.username))
    },
    // #endregion

    // #region password
    async 'POST /login'(request) {
      if (config.methods === 'passkey') {
        throw new SignInRefused('passkey_only', 'This account signs in with its passkey, and with nothing else.')
      }
      const { username = '', password = '' } = Object.fromEntries(parseForm(request.body))
      if (!accounts.hasPassword(username, password)) {
        throw new SignInRefused('credentials', 'Username and password do not match.')
      }
      return redirect('/second-step', [pending.start({ username })])
    },
    // #endregion

    // #region one-time-code
    async 'GET /second-step'() {
      return html(200, codePage())
    },
    async 'POST /second-step'(request) {
      const { username } = pending.read(request) ?? {}
      const forgetSignIn = pending.end(request)
      const code = new Map(parseForm(request.body)).get('otp') ?? ''
      // It proves that somebody has the code. It does not say to which page Ada gave it.
      if (username === undefined || !(await accounts.hasCode(username, code))) {
        throw new SignInRefused('otp_invalid', 'This code is wrong, or no sign-in waits for it.')
      }
      return redirect('/', [forgetSignIn, sessions.start({ username })])
    },
    // #endregion

    // #region passkey-challenge
    async 'POST /passkey/options'() {
      const challenge = base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
      const options = { challenge, rpId: config.rpId, userVerification: 'required' }
      return json(200, options, [pending.start({ challenge }), ['cache-control', 'no-store']])
    },
    // #endregion

    // #region passkey-check
    async 'POST /passkey'(request) {
      const { challenge } = pending.read(request) ?? {}
      // Whatever comes of it, the challenge is used up.
      const forgetSignIn = pending.end(request)
      const answer: PasskeyAnswer = JSON.parse(request.body)
      const account = accounts.byPasskey(answer.id)
      if (account === undefined || challenge === undefined) {
        throw new SignInRefused('passkey_answer', 'No sign-in waits for this passkey.')
      }
      const expected = { challenge, origins: config.origins, rpId: config.rpId, requiresUserVerification: true }
      const { signCount } = await verifyPasskey(answer, account.passkey, expected, app)
      accounts.keepSignCount(answer.id, signCount)
      return json(200, { signed_in: account.username }, [forgetSignIn, sessions.start({ username: account.username })])
    },
    // #endregion
  }
}
