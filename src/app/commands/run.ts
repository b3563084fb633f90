/** Commands that move through the run. */
import { restart } from '../actions/opening.ts'
import { goTo, goToLast, runToEnd, stepBack, stepForward, togglePlay } from '../actions/playback.ts'
import { shiftSpeed } from '../actions/view.ts'
import type { Command } from './contract.ts'

export const runCommands = {
  /** Lets the next message arrive. */
  stepForward: {
    id: 'step-forward',
    title: 'Step forward',
    group: 'Run',
    keys: ['ArrowRight', 'PageDown'],
    run: () => void stepForward(),
  },
  /** Shows the moment before. */
  stepBack: { id: 'step-back', title: 'Step back', group: 'Run', keys: ['ArrowLeft', 'PageUp'], run: () => stepBack() },
  /** Goes on by itself, or stops doing so. */
  playPause: { id: 'play-pause', title: 'Play or pause', group: 'Run', keys: [' '], run: () => togglePlay() },
  /** Goes on without animation until the person must act. */
  runToEnd: {
    id: 'run-to-end',
    title: 'Run to end',
    group: 'Run',
    keys: ['Shift+ArrowRight'],
    run: () => void runToEnd(),
  },
  /** Shows the opening. */
  firstStep: { id: 'first-step', title: 'Go to the first step', group: 'Run', keys: ['Home'], run: () => void goTo(0) },
  /** Shows the end of what is recorded. */
  lastStep: { id: 'last-step', title: 'Go to the last step', group: 'Run', keys: ['End'], run: () => void goToLast() },
  /** Plays at the next lower speed. */
  slower: { id: 'slower', title: 'Slower', group: 'Run', keys: ['['], run: () => shiftSpeed(-1) },
  /** Plays at the next higher speed. */
  faster: { id: 'faster', title: 'Faster', group: 'Run', keys: [']'], run: () => shiftSpeed(1) },
  /** Starts the scenario again with the same settings. */
  restart: { id: 'restart', title: 'Restart', group: 'Run', keys: ['r'], run: () => void restart() },
} as const satisfies Readonly<Record<string, Command>>
