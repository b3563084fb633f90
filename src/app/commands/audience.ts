/** Opens the window that the audience sees. */
import { openAudience } from '../actions/audience.ts'
import { defineCommand } from './contract.ts'

export default defineCommand({
  id: 'audience',
  title: 'Audience window',
  group: 'Presenter',
  keys: ['w'],
  run: () => openAudience(),
})
