/** The form reader against what a browser's form data would say. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FormFields, markup } from '../http/index.ts'
import {
  buildSubmission,
  type PageForm,
  readActions,
  readForms,
  readLinks,
  readTitle,
  unknownFields,
} from './form-reader.ts'

/**
 * The inverse of {@link buildSubmission}: what of a real browser's form data a choice has to keep. Hidden fields are
 * the page's own and are left out, unchecked boxes are kept as `''`.
 */
function recordFields(form: PageForm, entries: FormFields): Record<string, string> {
  const visible = form.fields.filter((field) => field.type !== 'hidden')
  const names = new Set([...visible, ...form.buttons].map((control) => control.name))
  const recorded = [...names].flatMap((name): [string, string][] => {
    const values = entries.filter(([key]) => key === name).map(([, value]) => value)
    const isField = visible.some((field) => field.name === name)
    return isField || values.length > 0 ? [[name, values.join(' ')]] : []
  })
  return Object.fromEntries(recorded)
}

const CONSENT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Allow
  Photo &amp; Print?</title></head><body>
<!-- <form id="ghost"><input name="x"></form> -->
<form id="consent" method="post" action="/consent?ui=a&amp;b=1">
  <input type="hidden" name="csrf" value="a&#34;b">
  <button name="decision" value="allow">Allow <b>access</b></button>
  <button name="decision" value="deny">Deny</button>
  <button type="button" data-action="why">Why?</button>
  <label><input type="checkbox" name="scope" value="openid" checked> Who you are</label>
  <label><input type="checkbox" name="scope" value="email" checked> Your address</label>
  <label><input type="checkbox" name="scope" value="phone"> Your phone</label>
  <input type="radio" name="for" value="day"><input type="radio" name="for" value="year" checked>
  <select name="account"><option disabled>Choose</option><option value="1">Ann</option><option selected> Bo
    Lee </option></select>
  <textarea name="reason">
none</textarea>
  <input name="nickname" value="Bo"><input name="locked" value="no" disabled><input value="nameless">
</form>
<p><a href="/help?a=1&amp;b=2">Get <em>help</em></a> <a name="anchor">no link</a></p>
</body></html>`

function onlyForm(html: string): PageForm {
  const [form] = readForms(html)
  if (form === undefined) throw new Error('the page has no form')
  return form
}

test('reads method, action and id of a form, and ignores comments', () => {
  expect(readForms(CONSENT).map(({ id, method, action }) => [id, method, action])).toEqual([
    ['consent', 'POST', '/consent?ui=a&b=1'],
  ])
})

test('a form without id, method and action is form-N, GET and the page itself', () => {
  expect(readForms('<form></form><form method="dialog"></form>')).toEqual([
    { id: 'form-1', method: 'GET', action: '', fields: [], buttons: [] },
    { id: 'form-2', method: 'GET', action: '', fields: [], buttons: [] },
  ])
})

test('reads every kind of field with its default value and checked state', () => {
  const read = onlyForm(CONSENT).fields.map(({ name, value, type, checked }) => [name, value, type, checked])
  expect(read).toEqual([
    ['csrf', 'a"b', 'hidden', true],
    ['scope', 'openid', 'checkbox', true],
    ['scope', 'email', 'checkbox', true],
    ['scope', 'phone', 'checkbox', false],
    ['for', 'day', 'radio', false],
    ['for', 'year', 'radio', true],
    ['account', 'Bo Lee', 'select', true],
    ['reason', 'none', 'textarea', true],
    ['nickname', 'Bo', 'text', true],
  ])
})

test('reads submit buttons with the label one reads, not those that do not submit', () => {
  expect(onlyForm(CONSENT).buttons.map(({ name, value, label }) => [name, value, label])).toEqual([
    ['decision', 'allow', 'Allow access'],
    ['decision', 'deny', 'Deny'],
  ])
  expect(onlyForm('<form><input type="submit" value="Go"></form>').buttons).toMatchObject([{ name: '', label: 'Go' }])
})

test('reads links, actions and the title', () => {
  expect(readLinks(CONSENT)).toEqual([{ href: '/help?a=1&b=2', text: 'Get help' }])
  expect(readActions(CONSENT)).toEqual([{ id: 'why', label: 'Why?' }])
  expect(readTitle(CONSENT)).toBe('Allow Photo & Print?')
  expect(readTitle('<p>no title</p>')).toBe('')
})

test('submits defaults in tree order, with the first button when Enter was pressed (HTML §4.10, implicit submission)', () => {
  expect(buildSubmission(onlyForm(CONSENT), {})).toEqual([
    ['csrf', 'a"b'],
    ['decision', 'allow'],
    ['scope', 'openid'],
    ['scope', 'email'],
    ['for', 'year'],
    ['account', 'Bo Lee'],
    ['reason', 'none'],
    ['nickname', 'Bo'],
  ])
})

test('submits what the person entered, checked and pressed', () => {
  const fields = { decision: 'deny', scope: 'email phone', for: 'day', account: '1', reason: 'a\nb', nickname: '' }
  expect(buildSubmission(onlyForm(CONSENT), fields)).toEqual([
    ['csrf', 'a"b'],
    ['decision', 'deny'],
    ['scope', 'email'],
    ['scope', 'phone'],
    ['for', 'day'],
    ['account', '1'],
    ['reason', 'a\r\nb'],
    ['nickname', ''],
  ])
})

test('an empty entry unchecks every box of its name', () => {
  expect(buildSubmission(onlyForm(CONSENT), { scope: '' }).filter(([name]) => name === 'scope')).toEqual([])
})

test('a button without a name submits nothing', () => {
  expect(buildSubmission(onlyForm('<form><input name="q" value="1"><button>Go</button></form>'), {})).toEqual([
    ['q', '1'],
  ])
})

test('a select submits the last selected option, nothing when that one is disabled (HTML §4.10.7)', () => {
  const select = (options: string) => buildSubmission(onlyForm(`<form><select name="s">${options}</select></form>`), {})
  expect(select('<option disabled>a</option><option>b</option><option>c</option>')).toEqual([['s', 'b']])
  expect(select('<option selected>a</option><option selected>b</option><option>c</option>')).toEqual([['s', 'b']])
  expect(select('<option>a</option><option selected disabled>b</option>')).toEqual([])
  expect(select('')).toEqual([])
})

test('names what the form does not have', () => {
  expect(unknownFields(onlyForm(CONSENT), { nickname: 'x', decision: 'allow', otp: '123456' })).toEqual(['otp'])
})

test('members of Object.prototype are names like any other', () => {
  const form = onlyForm('<form><input name="__proto__" value="a"><input name="constructor" value="b"></form>')
  const entries = [
    ['__proto__', 'a'],
    ['constructor', 'b'],
  ] as const
  expect(buildSubmission(form, {})).toEqual(entries)
  expect(buildSubmission(form, recordFields(form, entries))).toEqual(entries)
})

test('what a browser submitted can be recorded and submitted again', () => {
  const form = onlyForm(CONSENT)
  const box = fc.subarray(['openid', 'email', 'phone'])
  const entered = fc.record({
    scope: box,
    for: fc.constantFrom('day', 'year'),
    nickname: fc.string({ unit: 'binary' }),
  })
  fc.assert(
    fc.property(entered, fc.constantFrom('allow', 'deny'), (person, decision) => {
      const entries = buildSubmission(form, { ...person, scope: person.scope.join(' '), decision })
      const recorded = recordFields(form, entries)
      expect(Object.keys(recorded)).not.toContain('csrf')
      expect(buildSubmission(form, recorded)).toEqual(entries)
    }),
  )
})

test('whatever markup`` writes is read back verbatim', () => {
  // CR and NUL are the two characters that HTML cannot carry; the next test has them.
  const text = fc.string({ unit: 'binary' }).map((value) => value.replace(/[\r\0]/g, ''))
  fc.assert(
    fc.property(text, text, text, text, (name, value, action, reason) => {
      const page = markup`<form action="${action}"><input type="hidden" name="n${name}" value="${value}">
        <textarea name="reason">\n${reason}</textarea><button name="b" value="${value}">${name}</button></form>
        <a href="${action}">link</a><button data-action="${value}">do</button>`
      const form = onlyForm(page.markup)
      expect(form.action).toBe(action)
      expect(form.fields).toMatchObject([
        { name: `n${name}`, value, type: 'hidden' },
        { name: 'reason', value: reason, type: 'textarea' },
      ])
      expect(form.buttons).toMatchObject([{ name: 'b', value }])
      expect(readLinks(page.markup)).toMatchObject([{ href: action }])
      expect(readActions(page.markup)).toMatchObject([{ id: value }])
    }),
    { numRuns: 2000 },
  )
})

test('CR and NUL in a page read as LF and U+FFFD, as in a browser (HTML §13.2.3.5)', () => {
  const { markup: page } = markup`<form><input type="hidden" name="h" value="${'a\r\nb\rc\0'}"></form>`
  expect(onlyForm(page).fields).toMatchObject([{ value: 'a\nb\nc\ufffd' }])
})

test('a one-line control holds no line breaks, a hidden one does', () => {
  const { markup: page } =
    markup`<form><input name="t" value="${'a\nb'}"><input type="hidden" name="h" value="${'a\nb'}"></form>`
  expect(onlyForm(page).fields.map(({ value }) => value)).toEqual(['ab', 'a\nb'])
})

test('never throws on any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<', '>', '"', '=', ' ', '/', 'form', 'input', '&#', ';', '9', '!--')),
      (parts) => {
        expect(readForms(parts.join('')).length).toBeLessThanOrEqual(parts.length)
      },
    ),
  )
})
