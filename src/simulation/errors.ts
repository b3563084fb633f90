/** The named errors of a run. Each one says what was asked, what there is, and so what to do. */

/** What can go wrong in a run, as a stable code. */
export type SimulationErrorCode =
  /** A choice names a gate that holds nothing. */
  | 'unknown_gate'
  /** A choice does not fit the message that the gate holds. */
  | 'wrong_message'
  /** A choice names a window, form, link, action or milestone that is not there. */
  | 'unknown_target'
  /** A task opened a second gate while its first is still open: use another task. */
  | 'concurrent_gate'
  /** Something happened although nothing was released: asynchrony that the simulation does not know of. */
  | 'leak'
  /** A choice was applied while another one was still being applied. */
  | 'overlap'
  /** The run has come to its limit of events or timers. */
  | 'exhausted'

/** An error of the simulation itself, never of a simulated party. */
export class SimulationError extends Error {
  readonly code: SimulationErrorCode

  constructor(code: SimulationErrorCode, message: string) {
    super(message)
    this.name = 'SimulationError'
    this.code = code
  }
}

/** `wanted` was not found among `available`: the error that lists what there is. */
export function notFound(
  code: SimulationErrorCode,
  kind: string,
  wanted: string,
  available: readonly string[],
): SimulationError {
  const list = available.length === 0 ? 'there is none' : `there is ${available.map((name) => `“${name}”`).join(', ')}`
  return new SimulationError(code, `No ${kind} “${wanted}”; ${list}.`)
}
