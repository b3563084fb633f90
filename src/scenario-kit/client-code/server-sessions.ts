/** Sessions of a web app: a random key in a cookie, and what the server keeps under it. */
import { base64url } from 'jose'
import { type HeaderLine, type HttpRequest, headers, serialiseSetCookie } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { Note, ServerGlobals } from '../../simulation/index.ts'

/** How a cookie is set. */
export interface SessionCookie {
  /** With `__Host-` in front the browser insists on Secure, Path=/ and this very host (RFC 6265bis §4.1.3.2). */
  readonly name: string
  /** `unset` leaves it to the browser. */
  readonly sameSite: 'Strict' | 'Lax' | 'None' | 'unset'
  /** Default: true. */
  readonly httpOnly?: boolean
  /** Whether a session begins under the key that the browser has sent, whoever gave it one (fixation, §8.4). Default: false. */
  readonly keepsKey?: boolean
  /** How long the server accepts it; the browser forgets it when it closes. */
  readonly lifetimeSeconds: number
}

/** The sessions of one kind. */
export interface ServerSessions<Data> {
  /** What is kept for the browser that sent the request; nothing when its session is unknown or over. */
  read(request: HttpRequest): Data | undefined
  /**
   * Begins a session under a new key, and returns the `Set-Cookie` line. Only where keys are kept do the request and a key that came
   * some other way matter.
   */
  start(data: Data, request?: HttpRequest, key?: string): HeaderLine
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
  { name, sameSite, httpOnly = true, keepsKey = false, lifetimeSeconds }: SessionCookie,
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

  /** The key of a request; of several cookies with one name, the one that is known here. */
  function keyOf(request: HttpRequest): string {
    const keys = cookiesOf(request, name)
    return keys.find((key) => kept.has(key)) ?? keys[0] ?? ''
  }

  return {
    read(request) {
      const found = kept.get(keyOf(request))
      return found && isLive(found) ? found.data : undefined
    },
    start(data, request, other) {
      count += 1
      const sent = keepsKey && request !== undefined ? (other ?? keyOf(request)) : ''
      const key = sent || base64url.encode(globals.crypto.getRandomValues(new Uint8Array(16)))
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
      const key = keyOf(request)
      const session = kept.get(key)
      if (session !== undefined) kept.set(key, { ...session, data })
    },
    end(request) {
      const key = keyOf(request)
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

/** The values of a request's cookies of one name. A host and the domain above it can each have set one. */
function cookiesOf(request: HttpRequest, name: string): readonly string[] {
  return headers(request, 'cookie')
    .flatMap((text) => text.split('; '))
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
