/** A document on the screen and, out of sight until then, as it goes to paper. */
import { useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { MermaidDrawings } from '../../../diagram/mermaid/index.ts'
import { documentSections, editionOf } from '../../../exporters/document/sections.ts'
import { scrollInPane } from '../../../ui/scroll-in-pane.ts'
import { openRunAt } from '../../actions/documents.ts'
import { showView } from '../../actions/view.ts'
import { selectTheme } from '../../selectors/theme.ts'
import { useApp } from '../../state/store.ts'
import { DocumentSection } from './blocks.tsx'
import type { BuiltDocument } from './build.ts'
import { DocumentToolbar } from './toolbar.tsx'
import { useDrawings } from './use-drawings.ts'
import './print.css'

/** The document with its contents and what can be done with it. */
export function WrittenDocument({ document: model, recipes }: BuiltDocument) {
  const theme = useApp(selectTheme)
  const page = useRef<HTMLElement>(null)
  const sections = useMemo(() => documentSections(model), [model])
  const diagrams = useMemo(
    () => sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'diagram' ? [block] : []))),
    [sections],
  )
  const drawings = useDrawings(diagrams, theme)
  const head = (
    <header className="document-head">
      <h2 className="document-title">{model.title}</h2>
      <p className="document-lead">{model.summary}</p>
      <p className="document-edition">
        {editionOf(model)}. Made from {model.outcomes.length} runs.
      </p>
    </header>
  )

  const openRun = (outcome: string, step: number) => {
    const recipe = recipes.get(outcome)
    if (recipe === undefined) return
    // The focus goes along, because the button that has it goes away.
    page.current?.closest('.tabs')?.querySelector<HTMLElement>('[role="tab"]')?.focus()
    showView('sequence')
    void openRunAt(recipe, step)
  }

  return (
    <div className="document">
      <DocumentToolbar model={model} drawings={drawings.light} isDrawn={drawings.isComplete} />
      <article ref={page} className="document-page" aria-label={`Document: ${model.title}`}>
        {head}
        <nav className="document-contents" aria-label="Contents">
          <ol>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <button type="button" onClick={() => goTo(page.current, id)}>
                  {title}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        {sections.map((section) => (
          <DocumentSection key={section.id} section={section} images={drawings.screen} onOpen={openRun} />
        ))}
      </article>
      {createPortal(
        <article className="document-print">
          {head}
          {sections.map((section) => (
            <DocumentSection key={section.id} section={section} images={drawings.paper} />
          ))}
        </article>,
        document.body,
      )}
      <MermaidDrawings key={theme} jobs={drawings.jobs} onDrawn={drawings.take} />
    </div>
  )
}

/** Brings a section to the top of its pane and the focus to its heading. The address is not touched: it has the run. */
function goTo(page: HTMLElement | null, section: string): void {
  const heading = page?.querySelector<HTMLElement>(`[data-section="${section}"] > h3`)
  if (!heading) return
  heading.focus({ preventScroll: true })
  scrollInPane(heading)
}
