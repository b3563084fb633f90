/** Every order in which the waiting messages can arrive, and where each leads. */
import { lazy } from 'react'
import { hasRaces } from '../../selectors/races.ts'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'races',
  title: 'Races',
  isOffered: () => true,
  missing: (state) => (hasRaces(state) ? undefined : 'No two messages have waited together yet.'),
  Panel: lazy(() => import('./panel.tsx')),
})
