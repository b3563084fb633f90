/** What each actor holds, and who can read it there. */
import { lazy } from 'react'
import { hasStorage } from '../../selectors/storage.ts'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'storage',
  title: 'Storage',
  isOffered: hasStorage,
  Panel: lazy(() => import('./panel.tsx')),
})
