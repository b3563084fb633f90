/** The code inspector: the client that runs, and the lines that made the selected message. */
import { useMemo } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { InspectorProps } from '../contract.ts'
import { Nothing, Panel } from '../parts/section.tsx'
import './code.css'
import { CodeListing } from './code-listing.tsx'
import { codeModel } from './model.ts'
import { plainSource, readSource } from './source.ts'

/** The whole source, with what ran and what is selected. */
export function CodePanel({ trace, cursor, selected, code }: InspectorProps) {
  const lines = useMemo(() => readSource(code.text), [code.text])
  const model = codeModel(trace, cursor, selected, code)
  const region = code.regions.find((candidate) => candidate.region === model.selected)
  return (
    <Panel>
      <div className="inspector-heading">
        <h3>{code.file}</h3>
        <CopyButton text={plainSource(lines)} label="Copy" size="small" />
      </div>
      {region === undefined ? (
        <Nothing>This step is not made by the client’s code. The lines that ran so far are marked at the edge.</Nothing>
      ) : (
        <p className="code-region">
          <strong>{region.title}</strong>: the marked lines made this message.
        </p>
      )}
      <CodeListing lines={lines} selected={model.selected} executed={model.executed} />
    </Panel>
  )
}
