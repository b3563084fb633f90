/** What a process has of the computer or phone that it runs on. */
import type { ServerGlobals } from '../../simulation/index.ts'

/** The files that all processes share; each call is done before the next begins. */
export interface Disk {
  read(path: string): string | undefined
  /** All of it or nothing: written beside it, then renamed. */
  write(path: string, text: string): void
  /** Creates a file that must not be there; false when it is (`O_EXCL`). */
  create(path: string, text: string): boolean
  remove(path: string): void
  /** Waits until a file has changed or is gone, and no longer than this. */
  changed(path: string, atMostMs: number): Promise<void>
}

/** A running process. */
export interface LocalProcess extends ServerGlobals {
  readonly pid: number
  readonly disk: Disk
}
