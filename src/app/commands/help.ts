/** Opens the help. */
import { openDialog } from '../actions/view.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'help',
  title: 'Help and shortcuts',
  group: 'Page',
  keys: ['?'],
  run: () => openDialog('help'),
})
