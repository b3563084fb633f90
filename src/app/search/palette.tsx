/** The search: one field that finds everything here, and that takes an error to tell its causes. */
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type KeyboardEvent, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import '../../ui/dialog.css'
import { CAUSES, diagnose, isEvidence } from '../../guidance/diagnosis/index.ts'
import { sayWhatIsWrong, takeText } from '../actions/intake.ts'
import { closeDialog, searchFor } from '../actions/view.ts'
import { isRecordingText, isRunText } from '../capture/sniff.ts'
import { useApp } from '../state/store.ts'
import { choose } from './choose.ts'
import type { Target } from './entries.ts'
import './diagnosis.css'
import './palette.css'
import { type Page, PageView } from './page-view.tsx'
import { Results } from './results.tsx'
import { loadSearchSources, type SearchSources } from './sources.ts'

const Gallery = lazy(() => import('../gallery/gallery.tsx'))

/** Nobody types as many characters at once. */
const MORE_THAN_TYPED = 20

/** The dialog. What is typed or pasted stays in the page's memory, and goes when it closes. */
export default function SearchPalette() {
  const text = useApp((state) => state.view.search)
  const sources = useSources()
  // What was pasted outside of a field is an error that somebody wants to understand.
  const [asked, setAsked] = useState<Page | undefined>(text === '' ? undefined : { type: 'diagnosis' })
  // Times in a token are told against the moment of the paste.
  const diagnosis = useMemo(
    () => diagnose(text, sources?.causes ?? CAUSES, Math.floor(Date.now() / 1000)),
    [text, sources],
  )
  const isShownAtOnce = isEvidence(diagnosis)
  const dialog = useRef<HTMLDivElement>(null)
  const page = asked ?? (isShownAtOnce ? ({ type: 'diagnosis' } as const) : undefined)

  const isGalleryShown = page === undefined && text.trim() === ''

  const type = (value: string) => {
    // Dropped into the field, it comes as if it were typed.
    if (value.length - text.length > MORE_THAN_TYPED && opens(value)) return
    searchFor(value)
    setAsked(undefined)
  }
  const paste = (value: string) => {
    if (opens(value)) return
    type(value)
    const isKnown = diagnose(value, sources?.causes ?? CAUSES, 0).causes.length > 0
    if (isKnown) setAsked({ type: 'diagnosis' })
  }
  const goTo = (target: Target | Page) => {
    if (isPage(target)) setAsked(target)
    else if (target.type === 'error') type(target.code)
    else choose(target)
    if (target.type === 'error') setAsked({ type: 'diagnosis' })
  }
  const goBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || asked === undefined || isShownAtOnce) return
    event.preventDefault()
    event.stopPropagation()
    setAsked(undefined)
  }

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup ref={dialog} className="dialog palette" onKeyDownCapture={goBack}>
          <Dialog.Title className="visually-hidden">Search</Dialog.Title>
          <Results
            text={text}
            search={sources?.search}
            causes={diagnosis.causes}
            shown={shownOf(page, isGalleryShown)}
            onType={type}
            onPaste={paste}
            onChoose={goTo}
            onDown={() => dialog.current?.querySelector<HTMLElement>('.gallery [tabindex="0"]')?.focus()}
          />
          {sources !== undefined && isGalleryShown && (
            <Suspense fallback={<p className="palette-loading">Loading the flows …</p>}>
              <Gallery
                scenarios={sources.scenarios}
                onChoose={choose}
                onLeave={() => dialog.current?.querySelector('input')?.focus()}
              />
            </Suspense>
          )}
          {sources !== undefined && page !== undefined && (
            <PageView
              page={page}
              diagnosis={diagnosis}
              text={text}
              sources={sources}
              onBack={asked !== undefined && !isShownAtOnce ? () => setAsked(undefined) : undefined}
            />
          )}
          <Dialog.Close className="palette-close" render={<Button look="quiet" icon={<X />} aria-label="Close" />} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function shownOf(page: Page | undefined, isGalleryShown: boolean) {
  if (page !== undefined) return 'page'
  return isGalleryShown ? 'gallery' : 'list'
}

/** Opens a recorded login or a run, as on the page; says whether a text was one. */
function opens(text: string): boolean {
  if (!isRecordingText(text) && !isRunText(text)) return false
  closeDialog()
  void sayWhatIsWrong(takeText(text))
  return true
}

function isPage(target: Target | Page): target is Page {
  return ['diagnosis', 'cause', 'word', 'specification'].includes(target.type)
}

function useSources(): SearchSources | undefined {
  const [sources, setSources] = useState<SearchSources>()
  useEffect(() => {
    void loadSearchSources().then(setSources)
  }, [])
  return sources
}
