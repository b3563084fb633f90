/** What comes into the page and what leaves it, in every engine: a pasted error, a recorded login, every export. */
import { writeFile } from 'node:fs/promises'
import {
  ASKED,
  authorization,
  callback,
  discovery,
  RETURNED,
  toHar,
  token,
} from '../../src/capture/sample-har.fixture.ts'
import { encodeLink, firstDifference, readTraceFile } from '../../src/share/index.ts'
import { recordInNode } from '../recorded.ts'
import { until } from './person.ts'
import { expect, test } from './test.ts'

const ERROR =
  'https://app.example/callback?error=invalid_grant&error_description=The+authorization+code+was+used+before'

test('an error that is pasted on the page leads to the run that reproduces it', async ({ person, tab }) => {
  await person.open('./#logout')
  // The clipboard is filled as a person does it: typed, selected, cut.
  await tab.press('/')
  await tab.find('combobox', 'Search').type(ERROR)
  await tab.press('Control+A', 'Control+X')
  await until(() => tab.find('combobox', 'Search').value()).toBe('')
  await tab.press('Escape')
  await person.sees('dialog', 'Search', false)
  await tab.press('Control+V')
  await person.reads('dialog', 'Search', 'The cause')
  await tab.find('button', 'Watch it happen: Code replayed, Authorization code with PKCE').press()
  await person.sees('dialog', 'Search', false)
  // What is watched plays by itself, and rests for a moment before each act of its person: it is over when it is reached.
  await person.sees('button', 'Pause')
  await tab.find('button', 'Run to end').press()
  await person.reads('button', /^Code replayed/, 'reached')
})

test('a recorded login is read from its file, and the broken rule is named', async ({ person, tab }, info) => {
  const changed = { ...RETURNED, state: 'xyz-of-another-sign-in' }
  const path = info.outputPath('login.har')
  await writeFile(path, toHar([discovery, authorization(ASKED, changed), callback(changed), token()]))
  await person.open()
  await tab.press('o')
  await person.sees('dialog', 'Open a run')
  await tab.upload(path)
  await person.reads('article', 'First broken rule', 'The state that comes back is the one that was sent')
})

/** How the files of each kind begin. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  drawio: /^<mxfile/,
  har: /^\{\s*"log"/,
  json: /^\{/,
  mmd: /^(%%|sequenceDiagram)/,
  png: /^\x89PNG/,
  puml: /^@startuml/,
  sh: /^#!/,
  svg: /^<\?xml/,
  zip: /^PK/,
}

test('every export gives its bytes, and the trace those of Node', async ({ person, tab }) => {
  const { recipe, trace } = await recordInNode('happy')
  const cursor = recipe.choices.length
  await person.open(`./#${encodeLink({ recipe, cursor })}`)
  await person.isAtStep(cursor)
  await tab.evaluate(keepSavedFiles)
  await tab.find('button', 'Export').press()
  await person.sees('button', 'Download sequence.svg')
  const buttons = await tab.evaluate(downloadButtons)
  await tab.press('Escape')
  expect(buttons.length).toBeGreaterThanOrEqual(9)
  for (const [index, name] of buttons.entries()) {
    await test.step(name, async () => {
      await tab.find('button', 'Export').press()
      await tab.find('button', name).press()
      await until(() => tab.evaluate(countSavedFiles)).toBe(index + 1)
    })
  }
  const files = await tab.evaluate(readSavedFiles)
  const begins = files.map(({ name, base64 }) => {
    const bytes = Buffer.from(base64, 'base64').toString('latin1')
    return [name, BEGINNINGS[name.split('.').at(-1) ?? '']?.test(bytes)]
  })
  expect(begins).toEqual(files.map(({ name }) => [name, true]))
  const saved = files.find(({ name }) => name === 'run.trace.json')
  const read = readTraceFile(Buffer.from(saved?.base64 ?? '', 'base64').toString())
  if (!read.ok) throw new Error(read.problem.message)
  expect(read.shared.recipe).toEqual(recipe)
  expect(firstDifference(read.shared, trace)).toBeUndefined()
})

interface Keeping {
  savedFiles: { readonly name: string; readonly blob: Blob }[]
}

/**
 * In the page: keeps what is saved from here on, for not every driver hands out downloads. It goes no further: WebKit's
 * test browser puts a bar below the page for each, until there is no page left.
 */
function keepSavedFiles(): void {
  const keeping = Object.assign(window, { savedFiles: [] }) as unknown as Keeping
  const blobs = new Map<string, Blob>()
  const createObjectURL = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (blob: Blob) => {
    const address = createObjectURL(blob)
    blobs.set(address, blob)
    return address
  }
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href)
    if (blob === undefined) return HTMLElement.prototype.click.call(this)
    keeping.savedFiles.push({ name: this.download, blob })
  }
}

/** In the page: how many files were saved. */
function countSavedFiles(): number {
  return (window as unknown as Keeping).savedFiles.length
}

/** In the page: the files that were saved. */
function readSavedFiles(): Promise<{ name: string; base64: string }[]> {
  const { savedFiles } = window as unknown as Keeping
  return Promise.all(
    savedFiles.map(async ({ name, blob }) => {
      const bytes = new Uint8Array(await blob.arrayBuffer())
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
      return { name, base64: btoa(text) }
    }),
  )
}

/** In the page: what its export menu can save. */
function downloadButtons(): string[] {
  const names = [...document.querySelectorAll('button')].map((button) => button.ariaLabel ?? button.textContent ?? '')
  return names.filter((name) => name.startsWith('Download '))
}
