/** Why a client’s sign-in does not go on. */

/** The server, or the app itself, refused to go on. */
export class SignInError extends Error {
  readonly code: string
  /** What came, and what it should have been, where that is the reason. */
  readonly sent: string | undefined
  readonly expected: string | undefined

  constructor(code: string, message: string, comparison: { sent?: string | null; expected?: string | undefined } = {}) {
    super(message)
    this.name = 'SignInError'
    this.code = code
    this.sent = comparison.sent ?? undefined
    this.expected = comparison.expected
  }
}
