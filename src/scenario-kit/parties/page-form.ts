/** A button on a server's page: a form of its own, which the browser submits. */
import { type Markup, markup } from '../../http/index.ts'

/** Where the button leads and what it says. */
export interface PageForm {
  /** The form's id, by which an outcome names it. */
  readonly id: string
  readonly action: string
  readonly label: string
  /** Default: GET. */
  readonly method?: 'get' | 'post'
  readonly isSecondary?: boolean
  /** Fields that nobody sees. */
  readonly hidden?: Markup | false
}

/** Writes forms side by side. */
export function pageForms(...forms: readonly PageForm[]): Markup {
  return markup`<div class="actions">${forms.map(
    ({ id, action, label, method = 'get', isSecondary = false, hidden = false }) =>
      markup`<form id="${id}" method="${method}" action="${action}">${hidden}<button type="submit" class="${isSecondary ? 'secondary' : 'primary'}">${label}</button></form>`,
  )}</div>`
}
