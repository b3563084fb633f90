/** A page with the parts that are measured, and handles for whoever measures them. Built for `npm run bench` alone. */
import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import mermaid from 'mermaid'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { startTransport } from '../../../src/app/transports/index.ts'
import { SequenceDiagram } from '../../../src/diagram/index.ts'
import { createSyntheticModel } from '../../../src/diagram/synthetic-model.ts'
import mermaidText from '../../../src/exporters/mermaid/index.ts'
import type { Transport } from '../../../src/simulation/index.ts'

const ROWS = 2000
const ORIGIN = 'https://auth.example'
const model = createSyntheticModel(ROWS)

let showStep: (step: number, animate: boolean) => void = () => undefined

function Diagram() {
  const [{ step, animate }, setShown] = useState({ step: 0, animate: false })
  showStep = (next, isAnimated) => setShown({ step: next, animate: isAnimated })
  return (
    <div style={{ height: 600, display: 'grid' }}>
      <SequenceDiagram
        model={model}
        step={step}
        selected={undefined}
        onSelect={() => undefined}
        onDeliver={() => undefined}
        animate={animate}
      />
    </div>
  )
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

/** Milliseconds from the change of state to a finished layout. */
function timeStep(step: number, animate: boolean): number {
  const startedAt = performance.now()
  flushSync(() => showStep(step, animate))
  document.body.getBoundingClientRect()
  return performance.now() - startedAt
}

const handles = {
  /** Appends `count` rows after the first `from`, one a frame; milliseconds of each, and the gaps between frames. */
  async append(from: number, count: number): Promise<{ steps: number[]; gaps: number[] }> {
    timeStep(from, false)
    // The packet of each row travels while the next ones are appended.
    await frame()
    let before = await frame()
    const steps: number[] = []
    const gaps: number[] = []
    for (let step = from + 1; step <= from + count; step++) {
      steps.push(timeStep(step, true))
      const now = await frame()
      gaps.push(now - before)
      before = now
    }
    return { steps, gaps }
  },

  /** Jumps to `count` steps spread over 1000; milliseconds of each. */
  async scrub(count: number): Promise<number[]> {
    const steps: number[] = []
    for (let jump = 0; jump < count; jump++) {
      steps.push(timeStep((jump * 617) % 1000, false))
      await frame()
    }
    return steps
  },

  /** One whole drawing by Mermaid of the first `rows` rows, in milliseconds. */
  async drawWithMermaid(rows: number): Promise<number> {
    mermaid.initialize({
      startOnLoad: false,
      maxTextSize: 2_000_000,
      htmlLabels: false,
      sequence: { width: 420, actorMargin: 20, mirrorActors: false, useMaxWidth: false, wrap: false },
    })
    const text = mermaidText.convert(model, rows)
    const startedAt = performance.now()
    const { svg } = await mermaid.render('drawing', text)
    const host = document.createElement('div')
    host.innerHTML = svg
    document.body.append(host)
    host.getBoundingClientRect()
    const elapsed = performance.now() - startedAt
    host.remove()
    return elapsed
  },

  /** Milliseconds of each of `count` exchanges through the product's service worker. */
  async exchangeThroughWorker(count: number): Promise<number[]> {
    const { transport, kind } = await started()
    if (kind !== 'service-worker') throw new Error('no service worker')
    const response = { status: 200, headers: [['content-type', 'application/json']], body: '{"active":true}' } as const
    const request = { method: 'POST', url: `${ORIGIN}/introspect`, headers: [], body: 'token=abc' } as const
    return timeEach(count, (index) => carryOnce(transport, `bench#${index}`, request, response))
  },

  /** The same with a worker that answers by itself, in the shortest way there is. */
  async exchangeThroughBareWorker(count: number): Promise<number[]> {
    await navigator.serviceWorker.register('./bare-worker.js')
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) await frame()
    return timeEach(count, async () => {
      const answer = await fetch(`${ORIGIN}/introspect`, { method: 'POST', body: 'token=abc', cache: 'no-store' })
      await answer.arrayBuffer()
    })
  },
}

let starting: ReturnType<typeof startTransport> | undefined

function started() {
  starting ??= startTransport({
    origins: [ORIGIN],
    onConsoleRequest: () => Promise.reject(new Error('nobody types here')),
    onLost: (exchange) => console.error(`lost ${exchange}`),
  })
  return starting
}

type Carriage = Parameters<Transport['carry']>[0]

function carryOnce(
  transport: Transport,
  exchange: string,
  request: Carriage['request'],
  response: Awaited<ReturnType<Carriage['serve']>>,
): Promise<void> {
  return transport.carry({ exchange, request, serve: () => Promise.resolve(response) })
}

async function timeEach(count: number, work: (index: number) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const startedAt = performance.now()
    await work(index)
    times.push(performance.now() - startedAt)
  }
  return times
}

declare global {
  interface Window {
    handles: typeof handles
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element “root”.')
createRoot(root).render(<Diagram />)
window.handles = handles
