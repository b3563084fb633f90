/** Has the selected row stand out. */
import { toggleSpotlight } from '../actions/presenting.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'spotlight',
  title: 'Spotlight',
  group: 'Presenter',
  keys: ['s'],
  run: () => toggleSpotlight(),
})
