/** Opens the search over everything; an error can be pasted there. */
import { openSearch } from '../actions/view.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'search',
  title: 'Search, or find the cause of an error',
  group: 'Page',
  keys: ['/', 'Mod+k'],
  run: () => openSearch(),
})
