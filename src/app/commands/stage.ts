/** Shows the browser window of the person in the flow, or hides it. */
import { toggleStage } from '../actions/presenting.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'stage',
  title: 'Stage',
  group: 'Presenter',
  keys: ['a'],
  run: () => toggleStage(),
})
