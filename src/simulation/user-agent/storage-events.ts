/** The `storage` event: a change of `localStorage` is told to every other page of the origin (HTML §12.2.1). */
import type { WebStorage } from './storage.ts'

/** What a page is told. */
interface StorageChange {
  readonly key: string
  readonly newValue: string | null
}

/** Registers a listener of a page for the `storage` event. */
export type AddStorageListener = (listener: (change: StorageChange) => void) => void

/** The pages that listen, of one browser. */
export interface StorageEvents {
  /** `localStorage` of a page: what it writes is told to the others. */
  observed(area: WebStorage, origin: string, page: object): WebStorage
  /** What `addEventListener` of a page does for this event. */
  listenerOf(origin: string, page: object): AddStorageListener
  /** Forgets a page that is gone. */
  release(page: object): void
}

interface Listener {
  readonly origin: string
  readonly page: object
  readonly hear: (change: StorageChange) => void
}

/** Creates the events of a browser whose pages share their local storage. */
export function createStorageEvents(): StorageEvents {
  let listeners: readonly Listener[] = []

  function tell(origin: string, page: object, change: StorageChange): void {
    for (const listener of listeners) {
      if (listener.origin !== origin || listener.page === page) continue
      // An event is a task of its own in a browser: the writer goes on before anybody hears of it.
      void Promise.resolve().then(() => listeners.includes(listener) && listener.hear(change))
    }
  }

  return {
    observed: (area, origin, page) => ({
      ...area,
      setItem(key, value) {
        const isChange = area.getItem(key) !== value
        area.setItem(key, value)
        if (isChange) tell(origin, page, { key, newValue: value })
      },
      removeItem(key) {
        const isChange = area.getItem(key) !== null
        area.removeItem(key)
        if (isChange) tell(origin, page, { key, newValue: null })
      },
    }),
    listenerOf: (origin, page) => (hear) => {
      listeners = [...listeners, { origin, page, hear }]
    },
    release(page) {
      listeners = listeners.filter((listener) => listener.page !== page)
    },
  }
}
