/** A lock that is a file: of all processes one has it, and one that has died does not keep it for ever. */
import type { LocalProcess } from './local-process.ts'

/** Where the lock is, and how long it lasts. */
export interface LockRules {
  /** Path of the lock file. */
  readonly lock_file: string
  /** After so many seconds without a sign of life the lock is anybody’s. */
  readonly lease: number
  /** Whether the one who has the lock gives such signs. */
  readonly renewsLease: boolean
}

/** Does something that no other process may do at the same time. */
export async function withLock<Result>(
  process: LocalProcess,
  { lock_file, lease, renewsLease }: LockRules,
  body: () => Promise<Result>,
): Promise<Result> {
  // #region refresh
  const { disk, pid, setTimeout, clearTimeout } = process
  const claim = () => JSON.stringify({ pid, until: process.Date.now() + lease * 1000 })
  const read = () => JSON.parse(disk.read(lock_file) ?? '{"until":0}')

  while (!disk.create(lock_file, claim())) {
    const left = read().until - process.Date.now()
    // Nobody has renewed it: whoever had it must be dead, or so it seems.
    if (left <= 0) disk.remove(lock_file)
    else await disk.changed(lock_file, left)
  }

  let timer: number | undefined
  function renewLater() {
    timer = setTimeout(() => {
      if (read().pid !== pid) return
      disk.write(lock_file, claim())
      renewLater()
    }, lease * 500)
  }
  if (renewsLease) renewLater()

  try {
    return await body()
  } finally {
    if (timer !== undefined) clearTimeout(timer)
    // It may be another’s by now.
    if (read().pid === pid) disk.remove(lock_file)
  }
  // #endregion
}
