/** The run in words. */
import { lazy } from 'react'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'transcript',
  title: 'Transcript',
  isOffered: () => true,
  Panel: lazy(() => import('./panel.tsx')),
})
