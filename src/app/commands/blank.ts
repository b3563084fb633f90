/** Nothing on the screen, so that everybody looks at who speaks. Clickers send a full stop. */
import { toggleBlank } from '../actions/presenting.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'blank',
  title: 'Blank screen',
  group: 'Presenter',
  keys: ['b', '.'],
  run: () => toggleBlank(),
})
