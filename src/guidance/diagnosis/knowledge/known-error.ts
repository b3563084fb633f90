/** What is known of one error of one vendor or library: a row of the tables beside this file. */

/** An error that somebody documents or has posted. */
export interface KnownError {
  /** Whose error it is, as people call the product: `Microsoft Entra ID`, `Spring Security`. */
  readonly vendor: string
  /** Its code, found as a word of its own in any notation: `AADSTS50011`, `IDX10214`. */
  readonly code?: string
  /** Its message. `{name}` stands for a value; `{expected}` and `{found}` are compared and shown. */
  readonly message?: string
  /** The id of a cause. */
  readonly cause: string
  /** Whether it only says that something failed: what else is recognised in the text tells more. */
  readonly isGeneral?: true
  /** What it says, in plain words and one sentence. */
  readonly says: string
  /** Where it is mended at this vendor: what to click or to set. */
  readonly where?: string
  /** The page or thread that it was found on, and the day it was read. */
  readonly source: string
  readonly read: string
}
