/** The flowchart of the client's code. */
import { lazy } from 'react'
import { hasDecisions } from '../../selectors/decisions.ts'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'decisions',
  title: 'Decisions',
  isOffered: hasDecisions,
  Panel: lazy(() => import('./panel.tsx')),
})
