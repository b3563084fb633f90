/** A browser window of the flow: its tab, its buttons, its address and the page. */
import { ArrowLeft, ArrowRight, ChevronsUpDown, Lock, RotateCw, Snowflake } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Choice, WindowView } from '../simulation/types.ts'
import { IconButton } from '../ui/icon-button.tsx'
import './browser-window.css'
import { choiceIn } from './page-choices.ts'
import { PageFrame, type PageFrameProps } from './page-frame.tsx'

/** A window and what is heard of it. */
export interface BrowserWindowProps extends Pick<PageFrameProps, 'stylesheet' | 'theme' | 'autofill' | 'onKey'> {
  readonly view: WindowView
  /** Stands beside the tab: what can be done to this window's person from outside. */
  readonly aside?: ReactNode
  /** True while another window stands before it, should there be too little room for both. */
  readonly isBehind?: boolean
  /** It is to stand in front. */
  onRaise?(): void
  onChoice(choice: Choice): void
}

/** The window as the person in the flow sees it. */
export function BrowserWindow({ view, aside, isBehind = false, onRaise, onChoice, ...page }: BrowserWindowProps) {
  const browse = (command: 'back' | 'forward' | 'reload') => onChoice({ type: 'browse', window: view.id, command })
  const title = view.title || 'New tab'
  return (
    <article
      className="window"
      data-loading={view.loading || undefined}
      data-behind={isBehind || undefined}
      data-frozen={view.frozen}
      aria-label={`Browser window: ${title}`}
    >
      <header className="window-bar">
        <div className="window-tabs">
          <p className="window-tab" title={title}>
            {title}
          </p>
          {view.frozen && (
            <p className="window-frozen">
              <Snowflake aria-hidden="true" />
              <span>
                Frozen<span className="window-frozen-how">: its script stands still</span>
              </span>
            </p>
          )}
          {isBehind && (
            <IconButton
              size="small"
              className="window-raise"
              label={`Show ${title}`}
              icon={<ChevronsUpDown />}
              onClick={onRaise}
            />
          )}
          {aside}
        </div>
        <div className="window-tools" data-unused={(view.html === '' && !view.canGoBack) || undefined}>
          <IconButton
            size="small"
            label="Back"
            icon={<ArrowLeft />}
            unavailable={view.canGoBack ? undefined : 'this window has no earlier page'}
            onClick={() => browse('back')}
          />
          <IconButton
            size="small"
            label="Forward"
            icon={<ArrowRight />}
            unavailable={view.canGoForward ? undefined : 'this window has no later page'}
            onClick={() => browse('forward')}
          />
          <IconButton size="small" label="Reload" icon={<RotateCw />} onClick={() => browse('reload')} />
          <AddressBar
            key={view.url}
            url={view.url}
            onVisit={(url) => onChoice({ type: 'visit', window: view.id, url })}
          />
        </div>
      </header>
      <PageFrame
        {...page}
        title={`${title}: ${view.url}`}
        html={view.html}
        onAct={(act) => onChoice(choiceIn(view.id, act))}
      />
    </article>
  )
}

/** The address; a person may type another one. */
function AddressBar({ url, onVisit }: { readonly url: string; onVisit(url: string): void }) {
  return (
    <form
      className="window-address"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = String(new FormData(event.currentTarget).get('address')).trim()
        const address = URL.canParse(typed) ? typed : `https://${typed}`
        if (URL.canParse(address)) onVisit(new URL(address).href)
      }}
    >
      <Lock aria-hidden="true" />
      <input name="address" aria-label="Address" defaultValue={url} title={url} spellCheck={false} autoComplete="off" />
    </form>
  )
}
