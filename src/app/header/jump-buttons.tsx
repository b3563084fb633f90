/** For who comes with the keyboard: past the lists, to where something happens. */
import './jump-buttons.css'

/** Two buttons that are in sight while they have the focus. */
export function JumpButtons() {
  return (
    <nav className="jump" aria-label="Jump">
      <button type="button" className="button" data-look="primary" onClick={focusDiagram}>
        Jump to the diagram
      </button>
      <button type="button" className="button" data-look="primary" onClick={focusBrowser}>
        Jump to the browser
      </button>
    </nav>
  )
}

/** The message that waits, or else the selected row. */
function focusDiagram(): void {
  const diagram = document.querySelector('.workspace .sequence')
  const target = diagram?.querySelector<HTMLElement>('.sequence-waiting, .sequence-button[tabindex="0"]')
  target?.focus()
}

/** The first thing to press or to fill in on the page that the person in the flow sees. */
function focusBrowser(): void {
  const page = document.querySelector<HTMLIFrameElement>('.workspace .stage iframe')?.contentDocument
  const target = page?.querySelector<HTMLElement>('input:not([type="hidden"]), button, a[href]')
  const beside = document.querySelector<HTMLElement>('.workspace .stage button')
  ;(target ?? beside)?.focus()
}
