/** The document of the open scenario. */
import { lazy } from 'react'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'document',
  title: 'Document',
  isOffered: () => true,
  Panel: lazy(() => import('./panel.tsx')),
})
