/** Back to the whole page. */
import { leavePresenter } from '../actions/presenting.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'leave-presenter',
  title: 'Leave the presenter',
  group: 'Presenter',
  keys: ['Escape', 'p'],
  run: () => leavePresenter(),
})
