/** Fills the screen; the browser’s Escape key gives it back. Clickers send F5 to start. */
import { enterFullScreen } from '../actions/full-screen.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'full-screen',
  title: 'Full screen',
  group: 'Presenter',
  keys: ['f', 'F5'],
  run: () => enterFullScreen(),
})
