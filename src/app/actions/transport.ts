/** What the page says about the way in which messages travel. */
import type { RunSlice } from '../state/run.ts'
import { commit, current } from '../state/store.ts'

/** Shows how messages travel. */
export function showTransport(transport: RunSlice['transport']): void {
  commit({ run: { transport } })
}

/** Counts a message that the service worker lost. */
export function noteLostOnWire(): void {
  commit({ run: { lostOnWire: current().run.lostOnWire + 1 } })
}

/** Says that the page needs no network any more. */
export function showKept(): void {
  commit({ run: { isKept: true } })
}
