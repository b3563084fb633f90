/** Opens the dialog with the link to this step. */
import { openDialog } from '../actions/view.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'share',
  title: 'Share',
  group: 'Page',
  keys: ['s'],
  run: () => openDialog('share'),
})
