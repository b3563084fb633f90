/** Puts the cursor into the search field of the library. */
import { focusSearch } from '../actions/view.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'search',
  title: 'Search scenarios',
  group: 'Page',
  keys: ['/', 'Mod+k'],
  run: () => focusSearch(),
})
