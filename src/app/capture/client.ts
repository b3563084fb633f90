/** Has a recording read in a worker of its own. */
import type { ShownHosts } from '../../capture/index.ts'
import type { HarAnswer, HarRequest } from './messages.ts'

/** Larger files are refused at once. */
const MOST_BYTES = 256 * 1024 * 1024

/** Reads a file. `hear` gets each answer; the result gives up at once, without one. */
export function startReading(file: Blob, hosts: ShownHosts, hear: (answer: HarAnswer) => void): () => void {
  if (file.size > MOST_BYTES) {
    hear({
      type: 'failed',
      message: `The file has ${megabytes(file.size)} MB; this page reads up to ${megabytes(MOST_BYTES)} MB. Record only the sign-in: clear the network panel just before it, and save right after it.`,
    })
    return () => undefined
  }
  const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module', name: 'HAR reader' })
  worker.addEventListener('message', ({ data }: MessageEvent<HarAnswer>) => {
    if (data.type !== 'progress') worker.terminate()
    hear(data)
  })
  worker.addEventListener('error', ({ message }) => {
    worker.terminate()
    hear({ type: 'failed', message: message || 'The worker that reads recordings could not be loaded.' })
  })
  const request: HarRequest = { file, hosts }
  worker.postMessage(request)
  return () => worker.terminate()
}

/** Bytes as whole megabytes. */
export function megabytes(bytes: number): string {
  return Math.ceil(bytes / 1024 / 1024).toLocaleString('en')
}
