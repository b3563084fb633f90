/**
 * The life of a page: active, or frozen by its browser to save power. A frozen page runs no task: what its messages, timers and
 * locks bring waits until it is resumed (Page Lifecycle, WICG). What it holds, Web Locks too, stays its own.
 *
 * Which pages are frozen is each browser’s policy. Chrome for desktop spares one that holds a Web Lock (blink-dev, “Freezing on
 * Energy Saver”); phones, and a computer that sleeps, stop a page whatever it holds.
 */

/** A page’s life. */
export interface PageLifecycle {
  readonly isFrozen: boolean
  freeze(): void
  /** Lets everything go on that has waited, in the order in which it came. */
  resume(): void
  /** Does something in the page: at once, or when it is resumed. */
  run(task: () => void): void
}

/** A page that is active. */
export function createPageLifecycle(): PageLifecycle {
  let waiting: (() => void)[] | undefined
  return {
    get isFrozen() {
      return waiting !== undefined
    },
    freeze() {
      waiting ??= []
    },
    resume() {
      const due = waiting ?? []
      waiting = undefined
      for (const task of due) task()
    },
    run(task) {
      if (waiting === undefined) task()
      else waiting.push(task)
    },
  }
}
