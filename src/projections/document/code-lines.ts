/** Where a named region of the code stands, so that a document can point at it. */
import type { CodeLines, SourceFile } from './types.ts'

/** The lines of a `#region`, its comments left out; in the first file that has it. */
export function findRegion(files: readonly SourceFile[], region: string): Omit<CodeLines, 'title'> | undefined {
  for (const { file, text } of files) {
    const lines = text.split('\n')
    const start = lines.findIndex((line) => /^\s*\/\/ #region (\S+)/.exec(line)?.[1] === region)
    if (start < 0) continue
    const length = lines.slice(start).findIndex((line) => /^\s*\/\/ #endregion/.test(line))
    // The comment stands in line `start + 1`, counted from 1.
    return { region, file, from: start + 2, to: length < 0 ? lines.length : start + length }
  }
  return undefined
}
