/** Moving through the run: what is recorded is shown again at once, what is not happens now. */
import { eventsUpTo } from '../../projections/moments.ts'
import type { Choice, Run } from '../../simulation/index.ts'
import { adopt, applyTo, liveRun, rebuild } from '../runner/live-run.ts'
import { publish } from '../runner/publish.ts'
import { enqueue } from '../runner/queue.ts'
import { isHeldUp } from '../runner/step-guard.ts'
import { commit, current } from '../state/store.ts'
import { problemNotice } from './notices.ts'

/** A run that goes on by itself stops here at the latest: something in it never ends. */
const MAX_STEPS_AT_ONCE = 500

/** Shows or makes the next step. Resolves with false when the person must act or answer first. */
export function advance(): Promise<boolean> {
  return enqueue(async () => {
    const live = liveRun()
    if (live === undefined) return false
    const { cursor } = current().view
    const next = cursor < live.run.steps ? current().recipe.choices[cursor] : nextChoice(live.run)?.choice
    if (next !== undefined && isHeldUp(eventsUpTo(live.run.trace, cursor), next)) return false
    if (cursor < live.run.steps) {
      show(cursor + 1)
      return true
    }
    return makeNext()
  })
}

/** One step on, and no further. */
export async function stepForward(): Promise<void> {
  pause()
  await advance()
}

/** One step back; nothing is undone. */
export function stepBack(): void {
  pause()
  show(Math.max(0, current().view.cursor - 1))
}

/** Shows the moment after `step` choices; recorded choices that have not happened yet happen now, unseen. */
export function goTo(step: number): Promise<void> {
  pause()
  const target = Math.min(Math.max(0, step), current().recipe.choices.length)
  if (target <= current().run.liveSteps) {
    show(target)
    return Promise.resolve()
  }
  return enqueue(() => makeUntil((run) => run.steps >= target))
}

/** Goes on by itself; the player effect does the rest. */
export function play(): void {
  commit({ view: { isPlaying: true } })
}

/** Stays at this step. */
export function pause(): void {
  if (current().view.isPlaying) commit({ view: { isPlaying: false } })
}

/** Goes on by itself, or stops doing so. */
export function togglePlay(): void {
  if (current().view.isPlaying) pause()
  else play()
}

/** Shows the end of what is recorded. */
export function goToLast(): Promise<void> {
  return goTo(current().recipe.choices.length)
}

/** Goes on without animation until the person must act or answer. */
export function runToEnd(): Promise<void> {
  pause()
  return enqueue(async () => {
    const live = liveRun()
    if (live === undefined) return
    const limit = live.run.steps + MAX_STEPS_AT_ONCE
    commit({ run: { isBusy: true } })
    await makeUntil((run) => run.steps >= limit || isNextHeldUp(run))
  })
}

function show(cursor: number): void {
  commit({ view: { cursor, picked: undefined } })
}

/** The next choice: what the recipe says, or else the arrival of the message that has waited longest. */
function nextChoice(run: Run): { choice: Choice; isRecorded: boolean } | undefined {
  const recorded = current().recipe.choices[run.steps]
  if (recorded !== undefined) return { choice: recorded, isRecorded: true }
  const [first] = run.held()
  return first && { choice: { type: 'deliver', gate: first.gate }, isRecorded: false }
}

function isNextHeldUp(run: Run): boolean {
  const next = nextChoice(run)
  return next !== undefined && isHeldUp(run.trace, next.choice)
}

async function makeNext(): Promise<boolean> {
  const before = liveRun()?.run.steps ?? 0
  await makeUntil((run) => run.steps > before)
  return (liveRun()?.run.steps ?? 0) > before
}

/** Makes steps until the run is where it should be or nothing is left to do, then shows where it has come to. */
async function makeUntil(isThere: (run: Run) => boolean): Promise<void> {
  const live = liveRun()
  if (live === undefined) return
  const { recipe } = current()
  const added: Choice[] = []
  try {
    while (!isThere(live.run)) {
      const next = nextChoice(live.run)
      if (next === undefined) break
      await applyTo(live, next.choice)
      if (!next.isRecorded) added.push(next.choice)
    }
    const choices = added.length === 0 ? recipe.choices : [...recipe.choices, ...added]
    publish(live, live.run.steps, { recipe: { choices } })
  } catch (problem) {
    const { live: whole } = await rebuild(
      live.scenario,
      { ...recipe, choices: live.run.trace.flatMap(madeBy) },
      live.run.steps,
    )
    adopt(whole)
    publish(whole, whole.run.steps, {
      recipe: { choices: whole.run.trace.flatMap(madeBy) },
      run: { notice: problemNotice('The next step does not fit this run; the steps before it were kept.', problem) },
    })
  }
}

function madeBy(event: Run['trace'][number]): Choice[] {
  return event.type === 'choice' ? [event.choice] : []
}
