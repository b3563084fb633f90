/** What the server has mailed and waits for: each secret works once, and for a while. */
import { base64url } from 'jose'
import type { Json } from '../../lib/json.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Note, ServerGlobals } from '../../simulation/index.ts'

/** A mail: whom it signs in, and the request of the app that waits for that. */
export type Mailed = {
  readonly id: string
  readonly transaction: string
  readonly sub: string
  /** The cookies of the browser that asked. */
  readonly cookie: string
  readonly token: string
  readonly mail_code: string
  readonly expires_at: number
  readonly tries: number
  readonly isUsed: boolean
  /** Whether its person has said that it was not them who asked. */
  readonly isDenied: boolean
}

/** The mails of a server. */
export interface Outbox {
  issue(given: Pick<Mailed, 'transaction' | 'sub' | 'cookie'>): Mailed
  /** The request that a link’s mail is for; `undefined` for a link that nobody has sent. */
  transactionOf(token: string): string | undefined
  /** Uses a link up. Throws {@link SignInError} where that cannot be. */
  redeemLink(token: string): Mailed
  /** The mail of a request whose link was opened and not denied. */
  openedFor(transaction: string): Mailed | undefined
  /** Ends a mail that its person did not ask for. */
  deny(token: string): void
  /** Uses a code up; `undefined` for a wrong one. Throws {@link SignInError} where no code would do. */
  redeemCode(transaction: string, mail_code: string): Mailed | undefined
  snapshot(): Json
}

/** So many wrong codes are allowed for a mail (RFC 4226 §7.3). */
const MAX_TRIES = 5

/** Creates an outbox without mails. Lifetimes are in seconds. */
export function createOutbox(
  globals: ServerGlobals,
  { lifetimeSeconds, note }: { readonly lifetimeSeconds: number; note(note: Note): void },
): Outbox {
  const kept = new Map<string, Mailed>()
  const now = () => Math.floor(globals.Date.now() / 1000)
  const find = (fits: (mailed: Mailed) => boolean) => [...kept.values()].findLast(fits)

  function use(mailed: Mailed | undefined): Mailed {
    const reason = (() => {
      if (mailed === undefined) return 'it was never sent'
      if (mailed.isUsed) return 'it was used before'
      if (mailed.tries >= MAX_TRIES) return 'too many wrong codes were typed'
      return now() >= mailed.expires_at ? 'it is too old' : undefined
    })()
    if (mailed === undefined || reason !== undefined) {
      if (mailed?.isUsed) note({ type: 'lifecycle', artifact: 'email_link', id: mailed.id, change: 'replayed' })
      const message = `Email link is invalid or has expired: ${reason}.`
      const fix = 'Ask for another mail. Where scanners open links, mail a code, or a link to a page with a button.'
      note({ type: 'check', rule: 'email_link', clause: 'policy', passed: false, message, fix })
      throw new SignInError('otp_expired', 'Email link is invalid or has expired')
    }
    kept.set(mailed.id, { ...mailed, isUsed: true })
    note({ type: 'lifecycle', artifact: 'email_link', id: mailed.id, change: 'used' })
    const message = 'What came back is what was mailed, in time and for the first time.'
    note({ type: 'check', rule: 'email_link', clause: 'policy', passed: true, message })
    return mailed
  }

  return {
    issue(given) {
      const [high = 0, middle = 0, low = 0] = globals.crypto.getRandomValues(new Uint8Array(3))
      const mailed: Mailed = {
        ...given,
        id: `email_link-${kept.size + 1}`,
        token: base64url.encode(globals.crypto.getRandomValues(new Uint8Array(16))),
        mail_code: String(((high << 16) | (middle << 8) | low) % 1_000_000).padStart(6, '0'),
        expires_at: now() + lifetimeSeconds,
        tries: 0,
        isUsed: false,
        isDenied: false,
      }
      kept.set(mailed.id, mailed)
      note({
        type: 'lifecycle',
        artifact: 'email_link',
        id: mailed.id,
        change: 'issued',
        expires_at: mailed.expires_at,
      })
      return mailed
    },
    transactionOf: (token) => find((mailed) => mailed.token === token)?.transaction,
    redeemLink: (token) => use(find((mailed) => mailed.token === token)),
    openedFor: (transaction) =>
      find((mailed) => mailed.transaction === transaction && mailed.isUsed && !mailed.isDenied),
    deny(token) {
      const mailed = find((candidate) => candidate.token === token && !candidate.isUsed)
      if (mailed === undefined) return
      kept.set(mailed.id, { ...mailed, isUsed: true, isDenied: true })
      note({ type: 'lifecycle', artifact: 'email_link', id: mailed.id, change: 'revoked' })
    },
    redeemCode(transaction, mail_code) {
      const mailed = find((candidate) => candidate.transaction === transaction)
      if (mailed === undefined || mailed.mail_code === mail_code || mailed.tries >= MAX_TRIES) return use(mailed)
      kept.set(mailed.id, { ...mailed, tries: mailed.tries + 1 })
      const message = 'What was typed is not the code that was mailed.'
      const fix = 'Type the six digits of the newest mail.'
      note({ type: 'check', rule: 'email_code', clause: 'policy', passed: false, message, fix })
      return undefined
    },
    snapshot: () => [...kept.values()].map(({ id, expires_at, isUsed, sub }) => ({ id, sub, expires_at, isUsed })),
  }
}
