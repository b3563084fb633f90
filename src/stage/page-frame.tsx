/** A page that a server sent, as it sent it: without scripts, in a sandbox, with the product's stylesheet for such pages. */
import { useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { trustPage } from '../lib/trusted-types.ts'
import { type PageAct, readClick, readSubmission } from './page-choices.ts'
import { servedDocument } from './served-document.ts'

/** What is shown and what is heard of it. */
export interface PageFrameProps {
  readonly title: string
  readonly html: string
  /** Address of the stylesheet for pages. */
  readonly stylesheet: string
  readonly theme: 'light' | 'dark'
  /** What a password manager fills into empty fields, by field name. */
  readonly autofill: Readonly<Record<string, string>>
  onAct(act: PageAct): void
  /** A key was pressed on the page. */
  onKey(event: KeyboardEvent): void
}

/** The page in its sandbox. The parent listens: nothing is ever submitted or followed by the frame itself. */
export function PageFrame({ title, html, stylesheet, theme, autofill, onAct, onKey }: PageFrameProps) {
  const paper = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [loaded, setLoaded] = useState<{ readonly page: Document; readonly html: string }>()
  const page = loaded?.page
  const isCurrent = loaded?.html === html

  const onSubmit = useEffectEvent((event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    onAct(readSubmission(form, event.submitter))
    // The form is on its way: keys are for stepping again, not for a field of a page that is about to go.
    const focused = form.ownerDocument.activeElement as HTMLElement | null
    focused?.blur()
  })
  const onClick = useEffectEvent((event: Event) => {
    const act = readClick(event.target as Element)
    if (act === undefined) return
    event.preventDefault()
    onAct(act)
  })
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => onKey(event))
  const fillIn = useEffectEvent((document: Document) => {
    for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])')) {
      const value = autofill[field.name]
      if (value !== undefined && field.value === '') field.value = value
    }
  })

  useLayoutEffect(() => {
    if (page === undefined) return
    fillIn(page)
    const listening = new AbortController()
    const options = { signal: listening.signal }
    page.addEventListener('submit', onSubmit, options)
    page.addEventListener('click', onClick, options)
    page.addEventListener('keydown', onKeyDown, options)
    return () => listening.abort()
  }, [page])

  useLayoutEffect(() => {
    if (page !== undefined) page.documentElement.dataset.theme = theme
  }, [page, theme])

  // While the next page is on its way the keyboard belongs to the page around it; then the person goes on where they were.
  // Blurring the frame would do nothing in WebKit, where a frame without a focused element keeps the keys.
  useLayoutEffect(() => {
    if (!isCurrent && document.activeElement === frame.current) paper.current?.focus({ preventScroll: true })
    else if (isCurrent && document.activeElement === paper.current) frame.current?.focus()
  }, [isCurrent])

  // The same object for the same page: another one would load it again.
  const source = useMemo(() => trustPage(servedDocument(html, stylesheet)), [html, stylesheet])
  return (
    <div ref={paper} className="stage-paper" tabIndex={-1}>
      <iframe
        ref={frame}
        className="stage-page"
        title={title}
        // Its policy keeps scripts out: WebKit calls no listener, not even ours, in a sandbox that does not allow them.
        sandbox="allow-forms allow-same-origin allow-scripts"
        srcDoc={source}
        // Before somebody listens, a click would be lost and a form would go out to the real network.
        inert={!isCurrent}
        onLoad={() => {
          const document = frame.current?.contentDocument
          if (document) setLoaded({ page: document, html })
        }}
      />
    </div>
  )
}
