/** The policy lab: the attacks of a scenario against its defences. */
import { lazy } from 'react'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'lab',
  title: 'Policy lab',
  isOffered: () => true,
  Panel: lazy(() => import('./panel.tsx')),
})
