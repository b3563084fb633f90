/** Codes with their cause and remedy. */
import { lazy } from 'react'
import { selectScenario } from '../../selectors/outcome.ts'
import { defineView } from '../contract.ts'

export default defineView({
  id: 'troubleshooting',
  title: 'Troubleshooting',
  isOffered: (state) => selectScenario(state)?.outcomes.some(({ trouble }) => trouble) ?? false,
  Panel: lazy(() => import('./panel.tsx')),
})
