/** Arrow keys among the buttons of a list whose rows have several each. */
import type { KeyboardEvent } from 'react'

/**
 * Up and down go to the row before and after, left and right along a row, Home and End to the first and last row. Rows are
 * marked `data-grid-row`. No key but Escape and Tab goes on to the page, whose shortcuts they would be.
 */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation()
  const rows = [...event.currentTarget.querySelectorAll('[data-grid-row]')].map((row) => [
    ...row.querySelectorAll('button'),
  ])
  const isFocused = (button: HTMLElement) => button === event.target
  const found = rows.findIndex((buttons) => buttons.some(isFocused))
  // What follows the list counts as the row below it.
  const place = found < 0 ? rows.length : found
  const row = rows[place] ?? []
  const column = row.findIndex(isFocused)
  // Counted from the right, where the same actions stand below each other.
  const inColumn = (buttons: readonly HTMLElement[] = []) => buttons.at(column - row.length) ?? buttons[0]
  const target = {
    ArrowUp: inColumn(rows[place - 1]),
    ArrowDown: inColumn(rows[place + 1]),
    ArrowLeft: row[column - 1],
    ArrowRight: row[column + 1],
    Home: rows[0]?.at(-1),
    End: rows.at(-1)?.at(-1),
  }[event.key]
  if (target === undefined) return
  event.preventDefault()
  target.focus()
}
