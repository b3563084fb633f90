/** What somebody posted, with other names, and what it came from. */

/** A real error. Names, hosts, tokens and ids are made up; the form is as it was posted. */
export interface DiagnosisCase {
  readonly id: string
  readonly input: string
  /** The cause that must stand first. */
  readonly cause: string
  /** The thread that told the cause, where there is one to link. */
  readonly source?: string
}
