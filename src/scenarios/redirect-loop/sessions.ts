/** The cookies of the app: the session, what a sign-in under way has to remember, and how often somebody was sent away. */
import { base64url, jwtVerify, SignJWT } from 'jose'
import { type HeaderLine, type HttpRequest, headers, serialiseSetCookie } from '../../http/index.ts'
import type { PendingSignIn } from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerGlobals } from '../../simulation/index.ts'

/** What the app has to know of somebody who is signed in. */
export type Session = { readonly id_token: string; readonly access_token: string }

/** How the cookies are set. */
export interface CookieConfig {
  /** Signs what is kept in cookies. */
  readonly key: Uint8Array
  /** Whether a session is in its cookie, or on the server under a key that is. */
  readonly sessionKept: 'cookie' | 'server'
  /** Whether the session’s cookie says `Path=/`. */
  readonly namesPath: boolean
  /** One cookie for whichever sign-in began last, one for each, or one for each of the newest. */
  readonly signInCookies: 'one' | 'each' | 'newest'
}

/** So many sign-ins of one browser can be under way where the newest are kept. */
const MOST_SIGN_INS = 5

/** Reads and writes the cookies. A line is a `Set-Cookie` header. */
export interface AppCookies {
  session(request: HttpRequest): Promise<Session | undefined>
  startSession(session: Session): Promise<HeaderLine>
  /** The sign-in that an answer with this state belongs to. */
  signIn(request: HttpRequest, state: string | null): Promise<PendingSignIn | undefined>
  startSignIn(request: HttpRequest, signIn: PendingSignIn): Promise<readonly HeaderLine[]>
  /** Forgets a sign-in that has come back. */
  endSignIn(signIn: PendingSignIn | undefined): readonly HeaderLine[]
  /** How many sign-ins began within the last minute and came to no session. */
  tries(request: HttpRequest): number
  /** Zero forgets them. */
  countTries(tries: number): HeaderLine
}

/** Creates the cookies of the app; `kept` is the store on the server. */
export function createCookies(
  globals: ServerGlobals,
  { key, sessionKept, namesPath, signInCookies }: CookieConfig,
  kept: Map<string, Session>,
): AppCookies {
  const { crypto, Date: clock } = globals
  const always = { Secure: '', HttpOnly: '', SameSite: 'Lax' }
  const line = (name: string, value: string, attributes: Readonly<Record<string, string>>): HeaderLine => [
    'set-cookie',
    serialiseSetCookie(name, value, { ...attributes, ...always }),
  ]
  const sign = (content: Readonly<Record<string, string>>) =>
    new SignJWT(content).setProtectedHeader({ alg: 'HS256' }).sign(key)
  const verify = async <Content>(value: string | undefined): Promise<Content | undefined> =>
    value === undefined
      ? undefined
      : ((await jwtVerify(value, key, { currentDate: new Date(clock.now()) })).payload as Content)

  const signInCookie = (state: string | null) => (signInCookies === 'one' ? 'sign-in' : `sign-in-${state}`)
  const forget = (name: string) => line(name, '', { Path: '/', 'Max-Age': '0' })

  // #region session
  const path = namesPath ? { Path: '/' } : {}
  return {
    async session(request) {
      const value = cookieOf(request, 'session')
      return sessionKept === 'cookie' ? verify<Session>(value) : kept.get(value ?? '')
    },
    async startSession(session) {
      if (sessionKept === 'cookie') return line('session', await sign(session), path)
      const id = base64url.encode(crypto.getRandomValues(new Uint8Array(16)))
      kept.set(id, session)
      return line('session', id, path)
    },
    // #endregion
    signIn: (request, state) => verify<PendingSignIn>(cookieOf(request, signInCookie(state))),
    // #region authorization-request
    async startSignIn(request, signIn) {
      const started = line(signInCookie(signIn.state), await sign(signIn), { Path: '/', 'Max-Age': '600' })
      if (signInCookies !== 'newest') return [started]
      // A browser sends the oldest first (RFC 6265bis §5.8.3).
      const older = cookieNames(request).filter((name) => name.startsWith('sign-in-'))
      return [started, ...older.slice(0, 1 - MOST_SIGN_INS).map(forget)]
    },
    // #endregion
    endSignIn: (signIn) =>
      signInCookies === 'one' || signIn === undefined ? [] : [forget(signInCookie(signIn.state))],
    tries: (request) => Number(cookieOf(request, 'tries') ?? 0),
    countTries: (tries) => line('tries', String(tries), { Path: '/', 'Max-Age': tries === 0 ? '0' : '60' }),
  }
}

/** The value of a cookie of a request. */
function cookieOf(request: HttpRequest, name: string): string | undefined {
  return cookiePairs(request)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

function cookieNames(request: HttpRequest): string[] {
  return cookiePairs(request).map((pair) => pair.slice(0, pair.indexOf('=')))
}

function cookiePairs(request: HttpRequest): string[] {
  return headers(request, 'cookie').flatMap((text) => text.split('; '))
}
