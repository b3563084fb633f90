/** The worker that reads recordings: whatever a file is like, the page stays free for the person. */
import { analyse, CaptureError, createHarReader } from '../../capture/index.ts'
import { readyWebCrypto } from '../web-crypto.ts'
import type { HarAnswer, HarRequest } from './messages.ts'

/** How often the page is told. */
const REPORT_EVERY_MS = 100

globalThis.addEventListener('message', ({ data }: MessageEvent<HarRequest>) => void read(data))

async function read({ file, hosts }: HarRequest): Promise<void> {
  try {
    await readyWebCrypto()
    const recording = createHarReader()
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const chunks = file.stream().getReader()
    let bytes = 0
    let reportedAt = performance.now()
    for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) {
      recording.push(decoder.decode(chunk.value, { stream: true }))
      bytes += chunk.value.length
      if (performance.now() - reportedAt < REPORT_EVERY_MS) continue
      answer({ type: 'progress', share: bytes / file.size })
      reportedAt = performance.now()
    }
    recording.push(decoder.decode())
    answer({ type: 'over', report: await analyse(recording.end(), hosts) })
  } catch (problem) {
    answer({ type: 'failed', message: explain(problem) })
  }
}

function explain(problem: unknown): string {
  if (problem instanceof CaptureError) return problem.message
  if (problem instanceof TypeError && /encoded data|decode/i.test(problem.message)) {
    return 'The file is not UTF-8 text. It may be compressed: unpack it first.'
  }
  // Some engines quote what they could not read, and that is the recording's.
  return `The file cannot be read: ${problem instanceof DOMException ? problem.message : 'this page has failed.'}`
}

function answer(message: HarAnswer): void {
  globalThis.postMessage(message)
}
