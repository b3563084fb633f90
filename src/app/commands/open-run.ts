/** Opens the dialog that takes a link or a file. */
import { openDialog } from '../actions/view.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'open-run',
  title: 'Open a link or file',
  group: 'Page',
  keys: ['o'],
  run: () => openDialog('open'),
})
