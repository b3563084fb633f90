/** What each actor holds, and who can read it there. */
import { lazy } from 'react'
import { hasStorage } from '../../selectors/storage.ts'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'storage',
  title: 'Storage',
  isOffered: () => true,
  missing: (state) => (hasStorage(state) ? undefined : 'Nobody holds anything yet.'),
  Panel: lazy(() => import('./panel.tsx')),
})
