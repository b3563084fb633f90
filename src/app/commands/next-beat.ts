/** One key a beat: the next step, or the picture again after a blank screen. */
import { nextBeat } from '../actions/presenting.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'next-beat',
  title: 'Next step',
  group: 'Presenter',
  keys: ['ArrowRight', 'PageDown', ' '],
  run: () => void nextBeat(),
})
