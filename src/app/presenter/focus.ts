/** Where the focus is while presenting: on the presenter as a whole, so that every key is a command. */

/** The id of the element that takes the focus. */
export const PRESENTER_ID = 'presenter'

/** Gives the presenter the focus. */
export function focusPresenter(): void {
  document.getElementById(PRESENTER_ID)?.focus({ preventScroll: true })
}
