/** The document of the open scenario: made from the runs of all its outcomes, read on the screen, taken away in files. */

import type { Scenario } from '../../../scenario-kit/contract.ts'
import { selectScenario } from '../../selectors/outcome.ts'
import { useApp } from '../../state/store.ts'
import type { BuildProgress } from './build.ts'
import { useDocument } from './use-document.ts'
import { WrittenDocument } from './written-document.tsx'
import './panel.css'

/** The document, or how far its making has come. */
export default function DocumentPanel() {
  const scenario = useApp(selectScenario)
  return scenario && <DocumentOf key={scenario.id} scenario={scenario} />
}

function DocumentOf({ scenario }: { readonly scenario: Scenario }) {
  const settings = useApp((state) => state.recipe.settings)
  const state = useDocument(scenario, settings)
  switch (state.type) {
    case 'building':
      return <Progress progress={state.progress} />
    case 'failed':
      return (
        <p className="document-waiting" role="alert">
          The document could not be made: {state.reason}
        </p>
      )
    case 'built':
      return <WrittenDocument key={state.key} {...state.built} />
    default:
      return state satisfies never
  }
}

function Progress({ progress }: { readonly progress: BuildProgress | undefined }) {
  const { what = 'outcome', number = 0, of = 1 } = progress ?? {}
  return (
    <div className="document-waiting">
      <p role="status">
        {progress === undefined
          ? 'Preparing the document …'
          : `Running ${what} ${number} of ${of}: “${progress.title}” …`}
      </p>
      <progress
        aria-label={what === 'outcome' ? 'Outcomes played' : 'Attacks played'}
        max={of}
        value={Math.max(0, number - 1)}
      />
      <p className="document-waiting-note">
        The document is made from the runs of all outcomes, never written by hand. Leaving this view stops it.
      </p>
    </div>
  )
}
