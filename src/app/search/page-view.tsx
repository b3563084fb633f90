/** What stands in the place of the results: an error and its causes, one cause, a word, a specification. */
import { ArrowLeft } from 'lucide-react'
import type { Diagnosis } from '../../guidance/diagnosis/index.ts'
import { Button } from '../../ui/button.tsx'
import { CauseCard } from './cause-card.tsx'
import { DiagnosisPage } from './diagnosis-page.tsx'
import type { SearchSources } from './sources.ts'
import { SpecificationPage } from './specification-page.tsx'
import { WordPage } from './word-page.tsx'

/** A page of the search. */
export type Page =
  | { readonly type: 'diagnosis' }
  | { readonly type: 'cause'; readonly cause: string }
  | { readonly type: 'word'; readonly word: string }
  | { readonly type: 'specification'; readonly document: string }

interface PageViewProps {
  readonly page: Page
  readonly diagnosis: Diagnosis
  readonly sources: SearchSources
  /** What was typed or pasted. */
  readonly text: string
  readonly onBack: (() => void) | undefined
}

/** The page, with the way back to the results. */
export function PageView({ page, diagnosis, sources, text, onBack }: PageViewProps) {
  return (
    <div className="palette-page">
      {onBack !== undefined && (
        <Button look="quiet" size="small" icon={<ArrowLeft />} className="palette-back" onClick={onBack}>
          Results
        </Button>
      )}
      <Content page={page} diagnosis={diagnosis} sources={sources} text={text} />
    </div>
  )
}

function Content({ page, diagnosis, sources, text }: Omit<PageViewProps, 'onBack'>) {
  switch (page.type) {
    case 'diagnosis':
      return <DiagnosisPage key={text} diagnosis={diagnosis} text={text} scenarios={sources.scenarios} />
    case 'cause': {
      const cause = sources.causes.find(({ id }) => id === page.cause)
      return cause && <CauseCard cause={cause} scenarios={sources.scenarios} isOpen />
    }
    case 'word':
      return <WordPage key={page.word} word={page.word} scenarios={sources.scenarios} />
    case 'specification':
      return <SpecificationPage document={page.document} scenarios={sources.scenarios} />
    default:
      return page satisfies never
  }
}
