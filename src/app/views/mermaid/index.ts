/** The run as Mermaid text, and as Mermaid draws it. */
import { lazy } from 'react'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'mermaid',
  title: 'Mermaid',
  isOffered: () => true,
  Panel: lazy(() => import('./panel.tsx')),
})
