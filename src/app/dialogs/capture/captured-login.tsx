/** The diagram of a recorded login, and beside it what was found, the selected message, and every rule. */
import { useState } from 'react'
import { SequenceDiagram } from '../../../diagram/index.ts'
import { Nothing, Panel } from '../../../inspectors/parts/section.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { selectCaptured } from '../../actions/capture.ts'
import type { ReadCapture } from '../../state/capture.ts'
import { CapturedMessage } from './captured-message.tsx'
import { Rules } from './rules.tsx'
import { Verdict } from './verdict.tsx'

type Side = 'verdict' | 'message' | 'rules'

/** A recording that has been read. */
export function CapturedLogin({ capture }: { readonly capture: ReadCapture }) {
  const { report, model, selected } = capture
  const [side, setSide] = useState<Side>('verdict')
  const selectRow = (row: number) => {
    selectCaptured(row)
    setSide('message')
  }
  if (report.rows.length === 0) return <NoLogin capture={capture} />
  return (
    <div className="capture">
      <div className="capture-diagram">
        <SequenceDiagram
          model={model}
          step={report.rows.length}
          selected={selected}
          onSelect={selectRow}
          onDeliver={() => undefined}
          animate={false}
          end={leftOut(capture)}
        />
      </div>
      <div className="capture-side">
        <Tabs<Side>
          label="Recorded login"
          selected={side}
          onSelect={setSide}
          tabs={[
            { id: 'verdict', title: 'What is wrong', panel: <Verdict capture={capture} onShow={selectRow} /> },
            { id: 'message', title: 'Message', panel: <CapturedMessage report={report} row={selected} /> },
            { id: 'rules', title: 'Rules', panel: <Rules report={report} onShow={selectRow} /> },
          ]}
        />
      </div>
    </div>
  )
}

function NoLogin({ capture }: { readonly capture: ReadCapture }) {
  return (
    <Panel>
      <p role="status">
        <strong>No sign-in was recognised in {capture.fileName}.</strong> {leftOut(capture)}
      </p>
      <Nothing>
        Start recording before you press “Sign in”, keep the log across pages (“Preserve log”), and save the HAR with
        sensitive data: without it, calls with a token cannot be recognised. The data is replaced here before anything
        is drawn.
      </Nothing>
    </Panel>
  )
}

/** What is not drawn, in a sentence. */
function leftOut({ report: { assets, others, damaged, rows, isSanitised, isCut } }: ReadCapture): string {
  const parts = [
    ...(assets > 0 ? [count(assets, 'picture, script or style', 'pictures, scripts and styles')] : []),
    ...(others > 0 ? [count(others, 'other request', 'other requests')] : []),
    ...(damaged > 0 ? [count(damaged, 'damaged entry', 'damaged entries')] : []),
  ]
  const left = parts.length === 0 ? '' : `Not drawn: ${parts.join(', ')}.`
  const hint = isSanitised && rows.length > 0 ? ' The browser has left out cookies and credentials.' : ''
  const cut = isCut ? ' The file ends in the middle: it was cut off when it was saved or sent.' : ''
  return `${left}${hint}${cut}`.trim()
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}
