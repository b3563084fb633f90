/** Acting: whatever the person does to the run is one choice. In the past it forks; what came later is replaced. */
import type { Choice } from '../../simulation/index.ts'
import { adopt, applyTo, liveRun, rebuild } from '../runner/live-run.ts'
import { publish } from '../runner/publish.ts'
import { enqueue } from '../runner/queue.ts'
import { commit, current } from '../state/store.ts'
import { problemNotice, replacedNotice } from './notices.ts'
import { pause } from './playback.ts'

/** Applies a choice at the cursor. A choice that does not fit is explained and changes nothing. */
export function act(choice: Choice): Promise<void> {
  pause()
  return enqueue(() => applyAtCursor(choice))
}

async function applyAtCursor(choice: Choice): Promise<void> {
  const live = liveRun()
  if (live === undefined) return
  const { recipe, view } = current()
  const { cursor } = view
  const isAsRecorded = JSON.stringify(recipe.choices[cursor]) === JSON.stringify(choice)
  if (isAsRecorded && cursor < live.run.steps) {
    commit({ view: { cursor: cursor + 1, picked: undefined } })
    return
  }
  const target = cursor < live.run.steps ? (await rebuild(live.scenario, recipe, cursor)).live : live
  if (target !== live) adopt(target)
  try {
    await applyTo(target, choice)
  } catch (problem) {
    const { live: whole } = await rebuild(live.scenario, recipe, live.run.steps)
    adopt(whole)
    publish(whole, cursor, { run: { notice: problemNotice('That cannot be done at this step.', problem) } })
    return
  }
  const replacedCount = isAsRecorded ? 0 : recipe.choices.length - cursor
  publish(target, target.run.steps, {
    recipe: { choices: isAsRecorded ? recipe.choices : [...recipe.choices.slice(0, cursor), choice] },
    run: {
      // It goes another way than the outcome that was announced.
      ...(replacedCount > 0 && { watched: undefined }),
      notice: replacedCount === 0 ? undefined : replacedNotice({ recipe, cursor }, forkTitle(cursor, replacedCount)),
    },
  })
}

function forkTitle(cursor: number, replaced: number): string {
  const steps = replaced === 1 ? 'The later step was' : `${replaced} later steps were`
  return `A new branch from step ${cursor + 1}. ${steps} replaced.`
}
