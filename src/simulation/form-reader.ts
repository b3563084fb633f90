/**
 * Reads what a person can use on a page (forms, links, action buttons) and builds what a form submits (HTML §4.10).
 * Left out because no page of this project has it: `form=` on a control, disabled fieldsets, `formaction`, multiple
 * selects, files, image buttons, and constraint validation.
 */
import type { FormFields } from '../http/form.ts'
import { contentOf, rawText, readableText, type StartTag, scanPage, type Token } from './page-scanner.ts'

/** A control that has a value of its own. */
interface PageField {
  readonly name: string
  /** What the page filled in; of a select the selected option; of a box or radio button what it submits when checked. */
  readonly value: string
  /** The input's type in lower case, or `select` or `textarea`. */
  readonly type: string
  /** False for a checkbox or radio button that is not checked, and so submits nothing. */
  readonly checked: boolean
  /** Its place among all controls of the form: entries are submitted in tree order. */
  readonly index: number
}

/** A submit button; only the one that was pressed is submitted, and only when it has a name. */
interface PageButton {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly index: number
}

/** A form of a page. `id` is its `id` attribute, or `form-N` for the N-th form; `action` is as written, `''` when absent. */
export interface PageForm {
  readonly id: string
  readonly method: 'GET' | 'POST'
  readonly action: string
  readonly fields: readonly PageField[]
  readonly buttons: readonly PageButton[]
}

/** The forms of a page, in order. Disabled controls and controls without a name are left out; they submit nothing. */
export function readForms(html: string): PageForm[] {
  const tokens = scanPage(html)
  const forms: PageForm[] = []
  tokens.forEach((token, index) => {
    if (token.type !== 'start' || token.name !== 'form') return
    const controls = contentOf(tokens, index).flatMap(readControl)
    forms.push({
      id: token.attributes.get('id') || `form-${forms.length + 1}`,
      method: token.attributes.get('method')?.toLowerCase() === 'post' ? 'POST' : 'GET',
      action: token.attributes.get('action') ?? '',
      fields: controls.filter((control) => 'type' in control),
      buttons: controls.filter((control) => 'label' in control),
    })
  })
  return forms
}

/** The links of a page: `href` as written, and the text one reads. */
export function readLinks(html: string): { href: string; text: string }[] {
  return readElements(html, 'a', 'href').map(([href, text]) => ({ href, text }))
}

/** Where the links of a page lead that are marked to be fetched before they are pressed: `href` as written. */
export function readPrefetchedLinks(html: string): string[] {
  return scanPage(html).flatMap((token) => {
    const href = token.type === 'start' && token.name === 'a' && token.attributes.get('href')
    return href && token.attributes.has('data-prefetch') ? [href] : []
  })
}

/** The buttons that do something in the app instead of submitting a form: those with `data-action`. */
export function readActions(html: string): { id: string; label: string }[] {
  return readElements(html, 'button', 'data-action').map(([id, label]) => ({ id, label }))
}

/** The title of a page, or `''`. */
export function readTitle(html: string): string {
  const tokens = scanPage(html)
  const index = tokens.findIndex((token) => token.type === 'start' && token.name === 'title')
  return readableText(contentOf(tokens, index))
}

/**
 * What the browser would send for a form: every field in tree order, as the page filled it in or as `fields` says,
 * and the button pressed. Names that the form does not have are ignored, see {@link unknownFields}.
 *
 * - A checkbox follows `fields` when its name is there: the values of the checked ones separated by spaces, `''` for none.
 * - The button is the one whose name and value `fields` has; without one it is the form's first, as when a person
 *   presses Enter (HTML §4.10, implicit submission).
 * - Line breaks become CRLF (HTML §4.10, the form data set).
 */
export function buildSubmission(form: PageForm, fields: Readonly<Record<string, string>>): FormFields {
  const given = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined)
  const pressed = form.buttons.find((button) => given(button.name) === button.value) ?? form.buttons[0]
  const entries: { name: string; value: string; index: number }[] = form.fields.flatMap((field) => {
    const value = given(field.name)
    if (!isChoiceControl(field)) return [{ ...field, value: value ?? field.value }]
    return isChecked(field, value) ? [field] : []
  })
  if (pressed !== undefined && pressed.name !== '') entries.push(pressed)
  return entries
    .sort((one, other) => one.index - other.index)
    .map(({ name, value }) => [withCrlf(name), withCrlf(value)] as const)
}

/** The names in `fields` that no control of the form has: a sign that the fields were meant for another page. */
export function unknownFields(form: PageForm, fields: Readonly<Record<string, string>>): string[] {
  const names = new Set([...form.fields, ...form.buttons].map((control) => control.name))
  return Object.keys(fields).filter((name) => !names.has(name))
}

function readElements(html: string, element: string, attribute: string): [value: string, text: string][] {
  const tokens = scanPage(html)
  return tokens.flatMap((token, index): [string, string][] => {
    if (token.type !== 'start' || token.name !== element) return []
    const value = token.attributes.get(attribute)
    return value === undefined ? [] : [[value, readableText(contentOf(tokens, index))]]
  })
}

function readControl(token: Token, index: number, tokens: readonly Token[]): (PageField | PageButton)[] {
  if (token.type !== 'start' || token.attributes.has('disabled')) return []
  const name = token.attributes.get('name') ?? ''
  const value = token.attributes.get('value')
  const content = () => contentOf(tokens, index)
  if (token.name === 'button') {
    const submits = !['button', 'reset'].includes(typeOf(token, 'submit'))
    return submits ? [{ name, value: value ?? '', label: readableText(content()), index }] : []
  }
  if (token.name === 'input' && typeOf(token, 'text') === 'submit') {
    return [{ name, value: value ?? '', label: value ?? 'Submit', index }]
  }
  if (name === '') return []
  if (token.name === 'input') return readInput(token, name, index)
  // The parser drops a line break right after the tag (HTML §13.2.6.4.7).
  if (token.name === 'textarea') {
    return [{ name, value: rawText(content()).replace(/^\n/, ''), type: 'textarea', checked: true, index }]
  }
  if (token.name !== 'select') return []
  const selected = selectedOption(content())
  return selected === undefined ? [] : [{ name, value: selected, type: 'select', checked: true, index }]
}

function readInput(token: StartTag, name: string, index: number): PageField[] {
  const type = typeOf(token, 'text')
  if (['button', 'reset', 'image', 'file'].includes(type)) return []
  const isBox = type === 'checkbox' || type === 'radio'
  const written = token.attributes.get('value') ?? (isBox ? 'on' : '')
  // A one-line control cannot hold line breaks (HTML §4.10.5, value sanitization algorithm).
  const value = isBox || type === 'hidden' ? written : written.replace(/[\r\n]/g, '')
  return [{ name, value, type, checked: !isBox || token.attributes.has('checked'), index }]
}

/** The last option marked as selected, or else the first that is not disabled; a disabled one submits nothing (HTML §4.10.7). */
function selectedOption(content: readonly Token[]): string | undefined {
  const options = content.flatMap((token, index) => {
    if (token.type !== 'start' || token.name !== 'option') return []
    const value = token.attributes.get('value') ?? readableText(contentOf(content, index))
    return [{ value, isSelected: token.attributes.has('selected'), isDisabled: token.attributes.has('disabled') }]
  })
  const chosen = options.findLast((option) => option.isSelected) ?? options.find((option) => !option.isDisabled)
  return chosen?.isDisabled ? undefined : chosen?.value
}

function typeOf(token: StartTag, otherwise: string): string {
  return token.attributes.get('type')?.toLowerCase() || otherwise
}

function isChoiceControl(field: PageField): boolean {
  return field.type === 'checkbox' || field.type === 'radio'
}

function isChecked(field: PageField, given: string | undefined): boolean {
  if (given === undefined) return field.checked
  return given === field.value || (field.type === 'checkbox' && given.split(' ').includes(field.value))
}

function withCrlf(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n')
}

/** Tells the actions of a page that is asked again and again: it is read anew when it shows something else. */
export function createActionReader(): (html: string) => ReadonlySet<string> {
  let read = { html: '', actions: new Set<string>() }
  return (html) => {
    if (read.html !== html) read = { html, actions: new Set(readActions(html).map(({ id }) => id)) }
    return read.actions
  }
}
