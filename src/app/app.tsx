/** The page: at first the opening of the scenario alone, then everything around it. */
import { lazy } from 'react'
import { Part } from '../ui/part.tsx'
import { isAudience } from './audience-link/address.ts'
import { isEmbedded } from './audience-link/embedded.ts'
import { Opening } from './opening.tsx'
import { useApp } from './state/store.ts'

const Page = lazy(async () => {
  if (isEmbedded()) return import('./embed/player.tsx')
  if (isAudience()) return import('./presenter/audience.tsx')
  // Its keys work as soon as it is there.
  const [workspace] = await Promise.all([import('./workspace.tsx'), import('./effects/run-effects.ts')])
  return workspace
})

/** The first arrow comes before the rest of the page is loaded. */
export function App() {
  const isOpen = useApp((state) => state.run.isOpen)
  return isOpen ? (
    <Part loading={<Opening />}>
      <Page />
    </Part>
  ) : (
    <Opening />
  )
}
