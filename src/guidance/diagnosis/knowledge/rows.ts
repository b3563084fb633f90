/** Writes rows by their causes, so that what a page's rows share stands once. */
import type { KnownError } from './known-error.ts'

/** What an error says; with where it is mended as the second of two. */
type Told = string | readonly [says: string, where: string]

/** The rows of one page: for each cause its codes, or its messages, with what they say. */
export function rowsOf(
  kind: 'code' | 'message',
  page: Pick<KnownError, 'vendor' | 'source' | 'read' | 'isGeneral'>,
  causes: Readonly<Record<string, Readonly<Record<string, Told>>>>,
): readonly KnownError[] {
  return Object.entries(causes).flatMap(([cause, errors]) =>
    Object.entries(errors).map(([text, told]) => {
      const [says, where] = typeof told === 'string' ? [told] : told
      return { ...page, [kind]: text, cause, says, ...(where !== undefined && { where }) }
    }),
  )
}
