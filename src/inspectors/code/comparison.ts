/** Code compared with other code, line by line. */
import { diffArrays } from 'diff'
import type { SourceLine } from './source.ts'

/** A line of a comparison. */
export interface ComparedLine {
  readonly change: 'kept' | 'added' | 'removed'
  readonly line: SourceLine
  /** Where it stands in the base when it was removed, else in the code that is compared; from 0. */
  readonly index: number
}

/** The lines of `own`, and between them those that only `base` has. */
export function compareLines(base: readonly SourceLine[], own: readonly SourceLine[]): readonly ComparedLine[] {
  const texts = [base, own].map((lines) => lines.map(({ text }) => text)) as [string[], string[]]
  const compared: ComparedLine[] = []
  let [inBase, inOwn] = [0, 0]
  for (const { added, removed, count } of diffArrays(...texts)) {
    const change = removed ? 'removed' : added ? 'added' : 'kept'
    for (let offset = 0; offset < count; offset += 1) {
      const index = removed ? inBase + offset : inOwn + offset
      const line = (removed ? base : own)[index]
      if (line !== undefined) compared.push({ change, line, index })
    }
    if (change !== 'added') inBase += count
    if (change !== 'removed') inOwn += count
  }
  return compared
}

/** What stands before a line of each kind. */
export const SIGNS: Readonly<Record<ComparedLine['change'], string>> = { kept: ' ', added: '+', removed: '-' }

/** The comparison as text, as `diff` writes it. */
export function comparisonText(lines: readonly ComparedLine[]): string {
  return lines.map(({ change, line }) => `${`${SIGNS[change]} ${line.text}`.trimEnd()}\n`).join('')
}
