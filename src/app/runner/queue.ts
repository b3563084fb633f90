/** One thing at a time: whatever touches the live run goes through here, in the order in which it was asked for. */

let last: Promise<unknown> = Promise.resolve()

/** Runs `task` after everything that was queued before it. A failing task does not hold up the next one. */
export function enqueue<Result>(task: () => Promise<Result>): Promise<Result> {
  const result = last.then(task)
  last = result.catch(() => undefined)
  return result
}
