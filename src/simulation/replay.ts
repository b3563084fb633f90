/** Replay: the same recipe again, from nothing. Same recipe, same bytes. */
import { createRun, type Run, type RunOptions, type Simulation, type World } from './run.ts'
import type { Choice } from './types.ts'

/** Builds a world and applies choices to it. Throws the first choice's error, saying which one it was. */
export async function replay(
  build: (simulation: Simulation) => World,
  choices: readonly Choice[],
  options: RunOptions,
): Promise<Run> {
  const run = await createRun(build, options)
  for (const choice of choices) await run.apply(choice)
  return run
}
