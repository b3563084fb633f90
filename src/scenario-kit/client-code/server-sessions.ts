/** Sessions of a web app: a random key in a cookie, and what the server keeps under it. */
import { base64url } from 'jose'
import { type HeaderLine, type HttpRequest, headers, serialiseSetCookie } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { Note, ServerGlobals } from '../../simulation/index.ts'

/** How a cookie is set. */
export interface SessionCookie {
  /** Begins with `__Host-`, so that the browser insists on Secure, Path=/ and this very host (RFC 6265bis §4.1.3.2). */
  readonly name: `__Host-${string}`
  /** `unset` leaves it to the browser. */
  readonly sameSite: 'Strict' | 'Lax' | 'None' | 'unset'
  /** Default: true. */
  readonly httpOnly?: boolean
  /** How long the server accepts it; the browser forgets it when it closes. */
  readonly lifetimeSeconds: number
}

/** The sessions of one kind. */
export interface ServerSessions<Data> {
  /** What is kept for the browser that sent the request; nothing when its session is unknown or over. */
  read(request: HttpRequest): Data | undefined
  /** Begins a session under a new key, and returns the `Set-Cookie` line. */
  start(data: Data): HeaderLine
  /** Keeps something else for the same browser from now on; its key and its end stay. */
  replace(request: HttpRequest, data: Data): void
  /** Ends the session of the browser that sent the request, and returns the line that removes its cookie. */
  end(request: HttpRequest): HeaderLine
  /** Ends the sessions of all browsers that fit; their cookies lead nowhere from then on. */
  endEvery(fits: (data: Data) => boolean): void
  /** What the server keeps now, without what has expired. */
  snapshot(): Json
}

interface Kept<Data> {
  readonly id: string
  readonly data: Data
  readonly expires_at: number
}

/** Keeps sessions in the server's memory. `artifact` is what the notes call one, `label` what its ids begin with. */
export function createServerSessions<Data extends Readonly<Record<string, Json | undefined>>>(
  globals: ServerGlobals,
  { name, sameSite, httpOnly = true, lifetimeSeconds }: SessionCookie,
  { artifact, label = artifact, note }: { readonly artifact: string; readonly label?: string; note(note: Note): void },
): ServerSessions<Data> {
  const kept = new Map<string, Kept<Data>>()
  let count = 0
  const isLive = ({ expires_at }: Kept<Data>) => expires_at * 1000 > globals.Date.now()

  function line(value: string, more: Readonly<Record<string, string>> = {}): HeaderLine {
    const ownAttributes = { ...(httpOnly && { HttpOnly: '' }), ...(sameSite !== 'unset' && { SameSite: sameSite }) }
    const attributes = { Path: '/', Secure: '', ...ownAttributes, ...more }
    return ['set-cookie', serialiseSetCookie(name, value, attributes)]
  }

  return {
    read(request) {
      const found = kept.get(cookieOf(request, name) ?? '')
      return found && isLive(found) ? found.data : undefined
    },
    start(data) {
      count += 1
      const key = base64url.encode(globals.crypto.getRandomValues(new Uint8Array(16)))
      const session = {
        id: `${label}-${count}`,
        data,
        expires_at: Math.floor(globals.Date.now() / 1000) + lifetimeSeconds,
      }
      kept.set(key, session)
      note({ type: 'lifecycle', artifact, id: session.id, change: 'issued', expires_at: session.expires_at })
      return line(key)
    },
    replace(request, data) {
      const key = cookieOf(request, name) ?? ''
      const session = kept.get(key)
      if (session !== undefined) kept.set(key, { ...session, data })
    },
    end(request) {
      const key = cookieOf(request, name) ?? ''
      const session = kept.get(key)
      if (session !== undefined) note({ type: 'lifecycle', artifact, id: session.id, change: 'ended' })
      kept.delete(key)
      return line('', { 'Max-Age': '0' })
    },
    endEvery(fits) {
      for (const [key, session] of kept) {
        if (!isLive(session) || !fits(session.data)) continue
        note({ type: 'lifecycle', artifact, id: session.id, change: 'ended' })
        kept.delete(key)
      }
    },
    snapshot: () => [...kept.values()].filter(isLive).map(({ id, data, expires_at }) => ({ id, expires_at, ...data })),
  }
}

/** The value of a cookie of a request. */
function cookieOf(request: HttpRequest, name: string): string | undefined {
  return headers(request, 'cookie')
    .flatMap((text) => text.split('; '))
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}
