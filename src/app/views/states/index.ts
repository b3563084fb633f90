/** The sign-in state machine with its guards. */
import { lazy } from 'react'
import { isAboutSigningIn } from '../../selectors/sign-in.ts'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'states',
  title: 'States',
  isOffered: isAboutSigningIn,
  Panel: lazy(() => import('./panel.tsx')),
})
