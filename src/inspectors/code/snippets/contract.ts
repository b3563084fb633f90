/** What a snippet is: one recorded request as a program in one language, nothing else. */
import type { HttpRequest } from '../../../http/index.ts'

/** A language, and what it uses to send a request. */
export interface Snippet {
  readonly id: string
  readonly title: string
  /** A whole program that sends the request, does not follow redirects, and prints status and body. */
  write(request: HttpRequest): string
}
