/** The errors of client code as lines, for pages and logs. */
import type { Simulation } from '../simulation/index.ts'
import { SignInError } from './client-code/sign-in-error.ts'
import { noteClientRefusal } from './client-refusal.ts'

/** An error class of client code. */
type ErrorClass = abstract new (...given: never[]) => Error & { readonly code: string }

/** Says `code: message` of an error of that class, or that the wire failed. Throws every other one. */
export function describeError(error: unknown, Known: ErrorClass): string {
  if (error instanceof Known) return `${error.code}: ${error.message}`
  // What `fetch` throws when the wire fails.
  if (error instanceof TypeError) return `network_error: ${error.message}`
  throw error
}

/** Says what came of a job: its result as JSON, or its error. */
export async function describeResult(job: Promise<unknown>, Known: ErrorClass): Promise<string> {
  try {
    return JSON.stringify(await job)
  } catch (error) {
    return describeError(error, Known)
  }
}

/** Notes what stopped a sign-in, where a rule of the app itself did, and says it. */
export function reportSignInError(simulation: Simulation, actor: string, error: unknown): string {
  const line = describeError(error, SignInError)
  if (error instanceof SignInError) noteClientRefusal(simulation, actor, error)
  return line
}

/** Waits for a message whose loss has no consequence. */
export async function ignoreLostMessage(sent: Promise<unknown>): Promise<void> {
  await sent.catch((error: unknown) => {
    if (!(error instanceof TypeError)) throw error
  })
}
