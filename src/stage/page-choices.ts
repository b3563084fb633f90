/** What a person did on a page, as the choice that does the same in a replay. */
import type { Choice } from '../simulation/types.ts'

/** What can be done on a page. The window it happened in is added by who shows it. */
export type PageAct =
  | { readonly type: 'submit'; readonly form: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly type: 'follow'; readonly href: string }
  | { readonly type: 'act'; readonly action: string }

/** The choice of doing something in a window; its members in the order of {@link Choice}, as a link brings them back. */
export function choiceIn(window: string, act: PageAct): Choice {
  switch (act.type) {
    case 'act':
      return act
    case 'submit':
      return { type: 'submit', window, form: act.form, fields: act.fields }
    case 'follow':
      return { type: 'follow', window, href: act.href }
    default:
      return act satisfies never
  }
}

/**
 * What a form submits that the page did not fill in itself: the visible controls and the button pressed. The values
 * of boxes with one name are separated by spaces, `''` when none is checked. The form is its `id`, or `form-N`.
 */
export function readSubmission(form: HTMLFormElement, submitter: HTMLElement | null): PageAct {
  const entries = [...new FormData(form, submitter)]
  const fields: Record<string, string> = {}
  for (const control of form.elements) {
    const name = control.getAttribute('name') ?? ''
    if (name === '' || control.matches(':disabled, [type="hidden"], fieldset, output')) continue
    if (control.matches('button, [type="submit"]') && control !== submitter) continue
    const values = entries.filter(([key]) => key === name).map(([, value]) => String(value))
    fields[name] = values.join(' ')
  }
  const position = [...form.ownerDocument.forms].indexOf(form) + 1
  return { type: 'submit', form: form.id || `form-${position}`, fields }
}

/** What a click does, when it does anything but change a control. */
export function readClick(target: Element): PageAct | undefined {
  const action = target.closest('[data-action]')?.getAttribute('data-action')
  if (action) return { type: 'act', action }
  const href = target.closest('a[href]')?.getAttribute('href')
  return href ? { type: 'follow', href } : undefined
}
