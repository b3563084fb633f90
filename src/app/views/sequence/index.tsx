/** The live sequence diagram, and over its foot what the run has come to. */
import { RunEnd } from '../../ends/run-end.tsx'
import { defineView } from '../contract.ts'
import './index.css'
import { LiveDiagram } from './panel.tsx'

function Sequence() {
  return (
    <div className="sequence-view">
      <LiveDiagram hasTools />
      <RunEnd />
    </div>
  )
}

export default defineView({ id: 'sequence', title: 'Sequence', isOffered: () => true, Panel: Sequence })
