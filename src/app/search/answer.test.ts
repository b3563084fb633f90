import { expect, test } from 'vitest'
import { CAUSES } from '../../guidance/diagnosis/index.ts'
import { answerHtml, answerText } from './answer.ts'

const [first] = CAUSES
if (first === undefined) throw new Error('There are no causes.')
const cause = { ...first, title: 'A <b>title</b> & more' }
const run = {
  title: 'Scenario: outcome',
  row: 'Step 20: “400”',
  address: 'https://page.example/#1.x',
  picture: 'data:,',
}
const known = {
  vendor: 'Vendor',
  code: 'V1',
  cause: '',
  says: 'Says.',
  where: 'Where.',
  source: 'https://v.example/',
  read: '2026-11-28',
}

test('the text has title, how to tell, what to do, and the link with the row that it opens at', () => {
  expect(answerText({ cause, run }).split('\n')).toEqual([
    'A <b>title</b> & more',
    '',
    `How to tell: ${cause.tellApart}`,
    `What to do: ${cause.fix}`,
    'Watch it happen (Scenario: outcome), opened where it breaks, Step 20: “400”: https://page.example/#1.x',
    '',
  ])
})

test('what the vendor says stands before, with its source; without a run the answer says so', () => {
  const text = answerText({ cause: { ...cause, known: known } })
  expect(text).toContain('Vendor, V1: Says. Where. https://v.example/\nHow to tell')
  expect(text).toMatch(/No run shows this\.\n$/)
  const outside = { ...cause, outside: 'The <provider> refuses before a protocol begins.' }
  expect(answerText({ cause: outside })).toMatch(
    /No run shows this\. The <provider> refuses before a protocol begins\.\n$/,
  )
  expect(answerHtml({ cause: outside })).toContain('No run shows this. The &#60;provider&#62; refuses before')
})

test('the formatted text has the same words, a link and the picture, and nothing in it is markup of another', () => {
  const html = answerHtml({ cause, run })
  expect(html).not.toContain('<b>')
  expect(html).toContain('<strong>A &#60;b&#62;title&#60;/b&#62; &#38; more</strong>')
  expect(html).toContain(`<a href="${run.address}">Watch it happen`)
  expect(html).toContain(`<img src="${run.picture}" alt="Sequence diagram: Scenario: outcome">`)
})
