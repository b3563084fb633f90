/** The run beside another one. */
import { lazy } from 'react'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'compare',
  title: 'Compare',
  isOffered: () => true,
  Panel: lazy(() => import('./panel.tsx')),
})
