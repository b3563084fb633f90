/** Floor 1: deterministic runs. Knows HTTP and time, and nothing of any protocol above them. */

export { skewedClock } from './clock.ts'
export { SimulationError, type SimulationErrorCode } from './errors.ts'
export { buildSubmission, type PageForm, readActions, readForms, readLinks } from './form-reader.ts'
export type { Origin } from './network.ts'
export { createRandom, type RandomBytes } from './random.ts'
export { requestParameters } from './rewrite.ts'
export { createRun, type Run, type RunOptions } from './run.ts'
export { createServerGlobals, type ServerGlobals } from './server-globals.ts'
export { type Carriage, directTransport, type Transport } from './transport.ts'
export type * from './types.ts'
export {
  createUserAgent,
  type EarlierPage,
  type Page,
  type PopupHandle,
  type TabGlobals,
  type UserAgent,
  type UserAgentOptions,
} from './user-agent/index.ts'
export type { Action, Simulation, World } from './world.ts'
