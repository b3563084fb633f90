/** A lock without a lease: whoever has it keeps it, asleep or awake, and whoever waits for it gives up after a while. */
import type { LocalProcess } from '../../scenario-kit/client-code/local-process.ts'
import { LockBusyError } from './phone-app.ts'

/** Policy: less than the time that a phone gives an extension for a notification. In no specification. */
const WAIT_MS = 10_000

/** Does something that no other process may do at the same time. Throws {@link LockBusyError}. */
export async function withKeptLock<Result>(
  process: LocalProcess,
  { lock_file, name }: { readonly lock_file: string; readonly name: string },
  body: () => Promise<Result>,
): Promise<Result> {
  // #region refresh
  const { disk } = process
  const giveUpAt = process.Date.now() + WAIT_MS
  // Left by an earlier run of the same program: it was ended, and cannot come back.
  if (disk.read(lock_file) === name) disk.remove(lock_file)

  while (!disk.create(lock_file, name)) {
    const left = giveUpAt - process.Date.now()
    // Never without the lock: the refresh token may have been sent already.
    if (left <= 0) throw new LockBusyError('Another part of the app is refreshing.')
    await disk.changed(lock_file, left)
  }

  try {
    return await body()
  } finally {
    disk.remove(lock_file)
  }
  // #endregion
}
