/** The speaker's notes: what the lesson says of the step that the audience sees. */
import { ScrollArea } from '@base-ui/react/scroll-area'
import { lazy, use, useMemo } from 'react'
import { explain } from '../../inspectors/explain/model.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { Part } from '../../ui/part.tsx'
import { codeSource, sourcesOf } from '../scenario-sources.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { selectPlaylistNote } from '../selectors/playlist.ts'
import { selectRow } from '../selectors/selected.ts'
import { useApp } from '../state/store.ts'
import './notes.css'

const LessonText = lazy(() => import('../../inspectors/explain/lesson-text.tsx'))

/** The notes of the selected step; the introduction before the first one. */
export function Notes() {
  const scenario = useApp(selectScenario)
  return (
    <section className="notes" aria-labelledby="notes-title">
      <h2 id="notes-title" className="visually-hidden">
        Speaker notes
      </h2>
      <ScrollArea.Root className="notes-scroll">
        <ScrollArea.Viewport className="notes-text" tabIndex={0} style={{ overflow: 'auto' }}>
          <Part loading={<p>Loading the notes …</p>}>{scenario !== undefined && <NotesOf scenario={scenario} />}</Part>
        </ScrollArea.Viewport>
      </ScrollArea.Root>
    </section>
  )
}

function NotesOf({ scenario }: { readonly scenario: Scenario }) {
  const row = useApp(selectRow)
  const said = useApp(selectPlaylistNote)
  const trace = useApp((state) => state.run.trace)
  const settings = useApp((state) => state.recipe.settings)
  const sources = use(sourcesOf(scenario))
  const code = useMemo(() => codeSource(scenario, settings, sources), [scenario, settings, sources])
  const { failure, title, lesson, note } = explain(trace, row, code, sources.lesson)
  return (
    <>
      {said !== '' && <p className="notes-said">{said}</p>}
      {failure !== undefined && (
        <p className="notes-failure">
          {failure.message}
          {failure.fix !== undefined && <span> How to fix it: {failure.fix}</span>}
        </p>
      )}
      {note !== undefined && <p className="notes-aside">{note}</p>}
      <h3>{title}</h3>
      <LessonText markdown={lesson} />
    </>
  )
}
