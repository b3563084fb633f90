/** Everything that was issued, over virtual time. */
import { lazy } from 'react'
import { hasLifetimes } from '../../selectors/lifetimes.ts'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'lifetimes',
  title: 'Lifetimes',
  isOffered: () => true,
  missing: (state) => (hasLifetimes(state) ? undefined : 'Nothing has been issued yet.'),
  Panel: lazy(() => import('./panel.tsx')),
})
