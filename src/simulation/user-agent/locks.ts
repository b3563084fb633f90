/** Web Locks: of all pages of an origin one holds a name at a time, the others wait in line (Web Locks API §2.3). */
import type { PageLifecycle } from './lifecycle.ts'

/** How a lock is asked for. */
interface LockOptions {
  /** Takes the request out of the line when it is aborted. A lock that is held already stays held. */
  readonly signal?: AbortSignal
  /** Takes the lock from whoever has it: the promise of that request rejects with an `AbortError`, and its callback runs on. */
  readonly steal?: boolean
}

/** The part of `navigator.locks` that client code uses: exclusive locks, held until the callback is through. */
export interface WebLocks {
  request<Result>(name: string, callback: () => Promise<Result>): Promise<Result>
  request<Result>(name: string, options: LockOptions, callback: () => Promise<Result>): Promise<Result>
}

/** The locks of one browser. */
export interface LockManager {
  /** `navigator.locks` of a page; `page` tells it from every other page. */
  of(origin: string, page: object, lifecycle: PageLifecycle): WebLocks
  /** Gives back what a page holds and takes it out of every line: the page is gone. */
  release(page: object): void
}

interface Claim {
  readonly page: object
  readonly grant: () => void
  readonly lose: () => void
}

/** Creates a browser's locks: first come, first served. */
export function createLockManager(): LockManager {
  /** Who waits, by origin and name; the first one holds the lock. */
  const lines = new Map<string, readonly Claim[]>()

  function leave(key: string, isLeaving: (claim: Claim) => boolean): void {
    const line = lines.get(key) ?? []
    const staying = line.filter((claim) => !isLeaving(claim))
    lines.set(key, staying)
    if (staying[0] !== line[0]) staying[0]?.grant()
  }

  /** Puts a claim at the end of the line, or in the holder’s place. */
  function join(key: string, own: Claim, steal: boolean): void {
    const line = lines.get(key) ?? []
    const [holder, ...waiting] = line
    lines.set(key, steal ? [own, ...waiting] : [...line, own])
    if (steal) holder?.lose()
    if (steal || holder === undefined) own.grant()
  }

  return {
    of(origin, page, lifecycle) {
      async function hold<Result>(
        name: string,
        { signal, steal = false }: LockOptions,
        callback: () => Promise<Result>,
      ): Promise<Result> {
        signal?.throwIfAborted()
        const key = `${origin} ${name}`
        const stolen = createSettler<never>()
        const granted = createSettler<void>()
        const abort = () => {
          leave(key, (other) => other === own)
          lifecycle.run(() => granted.reject(signal?.reason))
        }
        const own: Claim = {
          page,
          grant() {
            signal?.removeEventListener('abort', abort)
            lifecycle.run(() => granted.resolve())
          },
          lose: () => lifecycle.run(() => stolen.reject(lockBroken())),
        }
        signal?.addEventListener('abort', abort)
        join(key, own, steal)
        await granted.promise
        return Promise.race([callback(), stolen.promise]).finally(() => leave(key, (other) => other === own))
      }
      return {
        request: <Result>(
          name: string,
          ...[given, last]: [() => Promise<Result>] | [LockOptions, () => Promise<Result>]
        ) => (typeof given === 'function' ? hold(name, {}, given) : hold(name, given, last as () => Promise<Result>)),
      }
    },
    release(page) {
      for (const key of lines.keys()) leave(key, (claim) => claim.page === page)
    },
  }
}

/** What Chromium says to the holder. */
function lockBroken(): DOMException {
  return new DOMException("Lock broken by another request with the 'steal' option.", 'AbortError')
}

/** A promise, and how to settle it. */
function createSettler<Value>() {
  let resolve: (value: Value) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
