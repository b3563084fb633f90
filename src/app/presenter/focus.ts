/** Where the focus is while presenting: on the presenter as a whole, so that every key is a command. */

/** The id of the element that takes the focus. */
export const PRESENTER_ID = 'presenter'

/** The presenter, while it is there. */
export function presenterElement(): HTMLElement | null {
  return document.getElementById(PRESENTER_ID)
}

/** Gives the presenter the focus. */
export function focusPresenter(): void {
  presenterElement()?.focus({ preventScroll: true })
}
