/** The messages of an outcome as small arrows: read from what its run was recorded to send (`rows.txt`), never drawn by hand. */

/** One arrow: lanes by their place from the left. */
export interface Arrow {
  readonly from: number
  readonly to: number
  readonly isResponse: boolean
  readonly isError: boolean
}

/** A part of a run, small. */
export interface Thumbnail {
  readonly lanes: number
  readonly arrows: readonly Arrow[]
}

/** More arrows are a pattern and no picture. */
const MOST_ARROWS = 12

/** What a line of `rows.txt` says: `app → api: GET /photos`. */
const LINE = /^(\S+) → (\S+): (.*)$/
/** A response begins with its status; one to a copy says so before. */
const STATUS = /^(?:to the copy: )?(\d)\d\d\b/

/** The arrows of an outcome. Where there are too many, those up to the last one that fails; else the first ones. */
export function thumbnailOf(rows: string, outcome: string): Thumbnail {
  const lines = linesOf(rows, outcome)
  const lanes = [...new Set(lines.flatMap(({ from, to }) => [from, to]))]
  const arrows = lines.map(({ from, to, label }): Arrow => {
    const status = STATUS.exec(label)?.[1]
    const isError = status === '4' || status === '5' || /[?#&]error\b/.test(label)
    return { from: lanes.indexOf(from), to: lanes.indexOf(to), isResponse: status !== undefined, isError }
  })
  const last = arrows.findLastIndex(({ isError }) => isError) + 1
  const end = Math.max(last, Math.min(MOST_ARROWS, arrows.length))
  return { lanes: lanes.length, arrows: arrows.slice(Math.max(0, end - MOST_ARROWS), end) }
}

/** The paragraph of an outcome: its id, then a line a message. */
function linesOf(rows: string, outcome: string) {
  const paragraph = rows.split('\n\n').find((text) => text.split('\n', 1)[0] === outcome)
  return (paragraph ?? '').split('\n').flatMap((line) => {
    const [, from, to, label] = LINE.exec(line) ?? []
    return from === undefined || to === undefined || label === undefined ? [] : [{ from, to, label }]
  })
}
