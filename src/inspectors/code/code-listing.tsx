/** The lines of code, coloured, with what ran in the gutter, and what a comparison added and removed. */
import { type CSSProperties, Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { scrollInPane } from '../../ui/scroll-in-pane.ts'
import { type ComparedLine, SIGNS } from './comparison.ts'
import type { Fragment as Run } from './highlighting.ts'
import type { CodeModel, Execution } from './model.ts'
import { plainSource, type SourceLine } from './source.ts'

interface CodeListingProps {
  readonly label: string
  /** What is shown: every line of `own`, and lines of `base` that it does not have. */
  readonly rows: readonly ComparedLine[]
  readonly own: readonly SourceLine[]
  /** What `own` is compared with, when it is. */
  readonly base?: readonly SourceLine[] | undefined
  readonly model: CodeModel
}

/** The listing. The selected region is marked and, unless it is compared, brought into view. */
export function CodeListing({ label, rows, own, base, model: { selected, executed } }: CodeListingProps) {
  const colours = { own: useColours(own), base: useColours(base ?? NOTHING) }
  const list = useRef<HTMLOListElement>(null)
  const isCompared = base !== undefined
  useLayoutEffect(() => {
    if (isCompared || selected === undefined) return
    const line = list.current?.querySelector(`[data-region="${CSS.escape(selected)}"]`)
    if (line) scrollInPane(line, 'top', SPACE_ABOVE)
  }, [isCompared, selected])
  return (
    <ol ref={list} className="code" aria-label={label}>
      {rows.map(({ change, line, index }, position) => {
        const { number, text, region: written } = line
        const region = change === 'removed' ? undefined : written
        const execution = region === undefined ? undefined : executed.get(region)
        const previous = rows[position - 1]
        const isFirst = region !== undefined && previous?.line.region !== region
        const fragments = (change === 'removed' ? colours.base : colours.own)?.[index]
        const heading = change !== 'removed' && line.starts
        return (
          <Fragment key={`${change}-${index}`}>
            {heading && (
              <li className="code-start">
                <h4>{heading}</h4>
              </li>
            )}
            <li
              data-region={region}
              data-change={change === 'kept' ? undefined : change}
              data-executed={execution !== undefined}
              data-selected={region !== undefined && region === selected}
            >
              <span className="code-number" aria-hidden="true">
                {change === 'removed' ? '' : number}
              </span>
              {isCompared && (
                <span className="code-sign" aria-hidden="true">
                  {SIGNS[change]}
                </span>
              )}
              <Changed change={change}>
                <code style={hangingIndent(text)}>
                  {isFirst && <span className="visually-hidden">{describe(region, execution, selected)}</span>}
                  {change !== 'kept' && previous?.change !== change && (
                    <span className="visually-hidden">{change === 'added' ? 'Added: ' : 'Removed: '}</span>
                  )}
                  {(fragments ?? [{ text, className: undefined }]).map((fragment, at) => {
                    const key = `${at}`
                    return (
                      <span key={key} className={fragment.className}>
                        {fragment.text}
                      </span>
                    )
                  })}
                </code>
              </Changed>
            </li>
          </Fragment>
        )
      })}
    </ol>
  )
}

const NOTHING: readonly SourceLine[] = []

/** A line in the element that says what became of it. */
function Changed({ change, children }: { readonly change: ComparedLine['change']; readonly children: ReactNode }) {
  if (change === 'added') return <ins>{children}</ins>
  if (change === 'removed') return <del>{children}</del>
  return children
}

/** What is left to see above the line, in px. */
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
function useColours(lines: readonly SourceLine[]): readonly (readonly Run[])[] | undefined {
  const [coloured, setColoured] = useState<{
    readonly of: readonly SourceLine[]
    readonly lines: readonly (readonly Run[])[]
  }>()
  useEffect(() => {
    let isCurrent = true
    void import('./highlighting.ts').then(({ highlightLines }) => {
      if (isCurrent) setColoured({ of: lines, lines: highlightLines(plainSource(lines).trimEnd()) })
    })
    return () => {
      isCurrent = false
    }
  }, [lines])
  return coloured?.of === lines ? coloured.lines : undefined
}
