/** A recorded login beside the run: whatever it holds, nothing of it is kept, shared, found or exported. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { analyse, createHarReader } from '../../capture/index.ts'
import { ANSWERED_PLACES } from '../../capture/redaction/answered-places.fixture.ts'
import { secretHar } from '../../capture/redaction/secret-har.fixture.ts'
import { SENT_PLACES } from '../../capture/redaction/sent-places.fixture.ts'
import type { HarAnswer, HarRequest } from '../capture/messages.ts'
import { keepLearning } from '../effects/kept-learning.ts'
import { keepHabits } from '../effects/local-storage.ts'
import { linkOf } from '../link.ts'
import { loadExporters } from '../plugins.ts'
import { loadSearchSources } from '../search/sources.ts'
import { current } from '../state/store.ts'
import { closeCapture, openCapture, openNearest, selectCaptured, showHosts } from './capture.ts'
import { exportedText } from './exporting.ts'
import { openScenario } from './opening.ts'
import { pause, runToEnd } from './playback.ts'
import { addRun } from './playlists.ts'

const SECRET = 'lovelacecountess'
const kept = new Map<string, string>()

/** Reads in the same thread what the page gives to a worker. */
class InlineWorker extends EventTarget {
  async postMessage({ file, hosts }: HarRequest): Promise<void> {
    const reader = createHarReader()
    reader.push(await file.text())
    const data: HarAnswer = { type: 'over', report: await analyse(reader.end(), hosts) }
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  terminate(): void {
    // Nothing runs beside the test.
  }
}

beforeAll(async () => {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('sessionStorage', storage)
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('location', new URL('http://localhost/'))
  vi.stubGlobal('document', { URL: 'http://localhost/', querySelector: () => null })
  vi.stubGlobal('Worker', InlineWorker)
  keepHabits()
  keepLearning()
  await openScenario('authorization-code-pkce')
  await runToEnd()
  addRun()
})

afterAll(() => vi.unstubAllGlobals())

async function read(text: string): Promise<void> {
  openCapture(new Blob([text]), 'login.har')
  await vi.waitFor(() => expect(current().run.capture?.type).toBe('read'), { interval: 1 })
}

function report(): string {
  const { capture } = current().run
  return capture?.type === 'read' ? JSON.stringify(capture.report) : ''
}

/** Everything that leaves the page, or is found in it. */
async function outside(): Promise<Readonly<Record<string, string>>> {
  const texts = (await loadExporters()).flatMap((exporter) => (exporter.kind === 'project' ? [] : [exporter]))
  const { search } = await loadSearchSources()
  return {
    link: linkOf(current()),
    kept: JSON.stringify([...kept]),
    found: JSON.stringify([SECRET, 'state-1', 'client-1'].map(search)),
    ...Object.fromEntries(texts.map((exporter) => [exporter.title, exportedText(exporter)])),
  }
}

test('a recording with a secret in every place changes nothing that is kept, shared, found or exported', async () => {
  const before = await outside()
  expect(before.kept).toContain('playlists')
  for (const place of [...SENT_PLACES, ...ANSWERED_PLACES]) {
    await read(secretHar([{ place, secret: SECRET }]))
    selectCaptured(1)
    expect({ place: place.name, report: report().toLowerCase() }).toEqual({
      place: place.name,
      report: expect.not.stringContaining(SECRET.slice(0, 5)),
    })
  }
  expect(await outside()).toEqual(before)
  closeCapture()
  expect(await outside()).toEqual(before)
  expect(current().run.capture).toBeUndefined()
})

test('what a recording leads to is a run of this page, and holds nothing of the recording', async () => {
  const place = SENT_PLACES.find(({ name }) => name === 'state of a request')
  await read(place === undefined ? '' : secretHar([{ place, secret: SECRET }]))
  await openNearest({ scenario: 'authorization-code-pkce', outcome: 'state-mismatch', shows: 'failure' })
  pause()
  expect(current().run.capture).toBeUndefined()
  expect(JSON.stringify([current(), await outside()])).not.toContain(SECRET)
})

test('host names are read again in full only when the person asks for them', async () => {
  const place = SENT_PLACES.find(({ name }) => name === 'host of a request')
  await read(place === undefined ? '' : secretHar([{ place, secret: SECRET }]))
  expect(report()).not.toContain(SECRET)
  showHosts('full')
  await vi.waitFor(() => expect(report()).toContain(`https://${SECRET}.api.example`))
  showHosts('domain')
  await vi.waitFor(() => expect(report()).toContain('https://host-1.api.example'))
  closeCapture()
})
