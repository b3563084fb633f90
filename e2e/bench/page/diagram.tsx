/** The live diagram of a synthetic run in a pane of the usual size, and how long its changes take. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { SequenceDiagram } from '../../../src/diagram/index.ts'
import { createSyntheticModel, syntheticCredentials } from '../../../src/diagram/synthetic-model.fixture.ts'

/** The run that is shown: longer than any measurement needs. */
export const model = createSyntheticModel(1200)

const credentials = syntheticCredentials()

interface Shown {
  readonly step: number
  readonly animate: boolean
}

let show: (shown: Shown) => void = () => undefined

function Diagram() {
  const [shown, setShown] = useState<Shown>({ step: 0, animate: false })
  show = setShown
  return (
    <div style={{ display: 'grid', blockSize: 700, inlineSize: 760 }}>
      <SequenceDiagram
        model={model}
        credentials={credentials}
        selected={undefined}
        onSelect={ignore}
        onDeliver={ignore}
        {...shown}
      />
    </div>
  )
}

function ignore(): void {
  // Nobody presses anything here.
}

/** Mounts the diagram. */
export function mountDiagram(root: HTMLElement): void {
  createRoot(root).render(<Diagram />)
}

/** Appends `count` rows to the first `from`, one every other frame; milliseconds of each, layout included. */
export async function append(from: number, count: number): Promise<number[]> {
  const warmUp = 20
  await jumpTo(from - warmUp)
  const times: number[] = []
  for (let step = from - warmUp + 1; step <= from + count; step++) {
    const elapsed = timeStep({ step, animate: true })
    if (step > from) times.push(elapsed)
    await nextFrame()
    await nextFrame()
  }
  return times
}

/** Jumps to `count` places spread over the first `steps`; milliseconds of each, layout included. */
export async function scrub(steps: number, count: number): Promise<number[]> {
  const times: number[] = []
  for (let jump = 0; jump < count; jump++) {
    times.push(timeStep({ step: (jump * 617) % steps, animate: false }))
    await nextFrame()
  }
  return times
}

/** Appends `count` rows to the first `from` without a pause, so that nothing but the steps and their layout is worked on. */
export async function appendAtOnce(from: number, count: number): Promise<void> {
  await jumpTo(from)
  for (let step = from + 1; step <= from + count; step++) timeStep({ step, animate: false })
}

/**
 * Appends rows with a pause after each, in which its packet travels, and another in which the page does nothing.
 * Returns the milliseconds between frames in either kind of pause.
 */
export async function animate(
  from: number,
  count: number,
  pauseMs: number,
): Promise<{ animated: number[]; resting: number[] }> {
  await jumpTo(from)
  const animated: number[] = []
  const resting: number[] = []
  for (let step = from + 1; step <= from + count; step++) {
    const before = await nextFrame()
    timeStep({ step, animate: true })
    animated.push(...(await frameGaps(before, pauseMs)))
    resting.push(...(await frameGaps(await nextFrame(), pauseMs)))
  }
  return { animated, resting }
}

/** The milliseconds between frames from one that has begun at `startedAt` on. */
async function frameGaps(startedAt: number, forMs: number): Promise<number[]> {
  const gaps: number[] = []
  for (let before = startedAt; before - startedAt < forMs; ) {
    const now = await nextFrame()
    gaps.push(now - before)
    before = now
  }
  return gaps
}

async function jumpTo(step: number): Promise<void> {
  timeStep({ step, animate: false })
  await nextFrame()
  await nextFrame()
}

/** Milliseconds from the change of state to a finished layout. */
function timeStep(shown: Shown): number {
  const startedAt = performance.now()
  flushSync(() => show(shown))
  void document.body.offsetHeight
  return performance.now() - startedAt
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}
