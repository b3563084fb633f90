/** Client code as lines, each with the region that it belongs to; the region comments themselves are left out. */

/** One line that is shown. */
export interface SourceLine {
  /** Its number in the file, from 1, as an editor shows it: the comments that are left out are counted. */
  readonly number: number
  readonly text: string
  /** Name of the `#region` around it. */
  readonly region: string | undefined
  /** The file that starts here, where several follow each other. */
  readonly starts?: string
}

const REGION = /^\s*\/\/ #region (\S+)/
const END_REGION = /^\s*\/\/ #endregion/

/** Splits a source into lines and drops the region comments. Regions do not nest. */
export function readSource(text: string): readonly SourceLine[] {
  let region: string | undefined
  const lines: SourceLine[] = []
  for (const [index, line] of text.trimEnd().split('\n').entries()) {
    const begun = REGION.exec(line)?.[1]
    if (begun !== undefined) region = begun
    else if (END_REGION.test(line)) region = undefined
    else lines.push({ number: index + 1, text: line, region })
  }
  return lines
}

/** The source as a reader would have it: without region comments. */
export function plainSource(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('')
}

/** Several files, one after the other; one file is just its lines. */
export function joinSources(files: readonly { readonly file: string; readonly text: string }[]): readonly SourceLine[] {
  return files.flatMap(({ file, text }) =>
    readSource(text).map((line, index) => (files.length > 1 && index === 0 ? { ...line, starts: file } : line)),
  )
}
