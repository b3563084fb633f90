/** Switches between the light and the dark theme. */
import { toggleTheme } from '../actions/view.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'theme',
  title: 'Light or dark',
  group: 'Page',
  keys: ['t'],
  run: () => toggleTheme(),
})
