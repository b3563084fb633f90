/** Forms of the page in a window: what the browser loads when one is submitted. */
import { serialiseForm } from '../../http/index.ts'
import { notFound } from '../errors.ts'
import { buildSubmission, readForms, unknownFields } from '../form-reader.ts'
import type { NavigationRequest } from './navigation.ts'
import { type BrowserWindow, documentOf } from './window.ts'

/** The page load that submits a form. Throws `unknown_target` where the page has no such form, or the form no such control. */
export function submissionOf(
  target: BrowserWindow,
  formId: string,
  fields: Readonly<Record<string, string>>,
): NavigationRequest {
  const { url, html, referrerPolicy } = documentOf(target)
  const forms = readForms(html)
  const form = forms.find((candidate) => candidate.id === formId)
  const ids = forms.map((candidate) => candidate.id)
  if (form === undefined) throw notFound('unknown_target', 'form', formId, ids)
  const [unknown] = unknownFields(form, fields)
  if (unknown !== undefined) {
    const names = [...form.fields, ...form.buttons].map((control) => control.name)
    throw notFound('unknown_target', `control in form “${formId}”`, unknown, names)
  }
  const text = serialiseForm(buildSubmission(form, fields))
  const action = new URL(form.action === '' ? url.href : form.action, url)
  if (form.method === 'GET') action.search = text
  const body = form.method === 'GET' ? '' : text
  return { url: action, method: form.method, body, initiator: url, referrerPolicy }
}

/** The frame of a window's page that shows a form of this name. */
export function frameWithForm({ framed }: BrowserWindow, formId: string): BrowserWindow | undefined {
  return [...framed].find(({ document }) => readForms(document?.html ?? '').some(({ id }) => id === formId))
}
