/** What the tokens of the run may do. */
import { lazy } from 'react'
import { hasAuthorization } from '../../selectors/authorization.ts'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'authorization',
  title: 'Authorization',
  isOffered: hasAuthorization,
  Panel: lazy(() => import('./panel.tsx')),
})
