/** The lines of the client, coloured, with what ran in the gutter. */
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Fragment } from './highlighting.ts'
import type { Execution } from './model.ts'
import { plainSource, type SourceLine } from './source.ts'

interface CodeListingProps {
  readonly lines: readonly SourceLine[]
  readonly selected: string | undefined
  readonly executed: ReadonlyMap<string, Execution>
}

/** The listing; the selected region is marked and brought into view. */
export function CodeListing({ lines, selected, executed }: CodeListingProps) {
  const coloured = useColours(plainSource(lines).trimEnd())
  const list = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => {
    if (selected === undefined) return
    scrollWithinPane(list.current?.querySelector<HTMLElement>(`[data-region="${CSS.escape(selected)}"]`) ?? undefined)
  }, [selected])
  return (
    <ol ref={list} className="code" aria-label="Source">
      {lines.map(({ number, text, region }) => {
        const execution = region === undefined ? undefined : executed.get(region)
        const isFirst = region !== undefined && lines[number - 2]?.region !== region
        return (
          <li
            key={number}
            data-region={region}
            data-executed={execution !== undefined}
            data-selected={region !== undefined && region === selected}
          >
            <span className="code-number" aria-hidden="true">
              {number}
            </span>
            <code style={hangingIndent(text)}>
              {isFirst && <span className="visually-hidden">{describe(region, execution, selected)}</span>}
              {(coloured?.[number - 1] ?? [{ text, className: undefined }]).map((fragment, index) => {
                const key = `${index}`
                return (
                  <span key={key} className={fragment.className}>
                    {fragment.text}
                  </span>
                )
              })}
            </code>
          </li>
        )
      })}
    </ol>
  )
}

/** Brings a line to the top of its pane. `scrollIntoView` would move the page around the pane as well. */
function scrollWithinPane(line: HTMLElement | undefined): void {
  let pane = line?.parentElement
  while (pane && !/auto|scroll/.test(getComputedStyle(pane).overflowY)) pane = pane.parentElement
  if (!line || !pane) return
  pane.scrollTop += line.getBoundingClientRect().top - pane.getBoundingClientRect().top - SPACE_ABOVE
}

/** What is left to see above the region, in px. */
const SPACE_ABOVE = 56

/** A line that does not fit goes on below, a step further in than it began. */
function hangingIndent(text: string): CSSProperties {
  const columns = text.length - text.trimStart().length + 4
  return { paddingInlineStart: `${columns}ch`, textIndent: `-${columns}ch` }
}

/** What the gutter shows, in words. */
function describe(region: string, execution: Execution | undefined, selected: string | undefined): string {
  const ran = execution === undefined ? 'has not run' : `ran, last in step ${execution.lastStep}`
  return `Region ${region}: ${ran}${region === selected ? ', made the selected message' : ''}. `
}

/** The coloured lines of a source, once the highlighter is there. */
function useColours(source: string): readonly (readonly Fragment[])[] | undefined {
  const [coloured, setColoured] = useState<{
    readonly source: string
    readonly lines: readonly (readonly Fragment[])[]
  }>()
  useEffect(() => {
    let isCurrent = true
    void import('./highlighting.ts').then(({ highlightLines }) => {
      if (isCurrent) setColoured({ source, lines: highlightLines(source) })
    })
    return () => {
      isCurrent = false
    }
  }, [source])
  return coloured?.source === source ? coloured.lines : undefined
}
