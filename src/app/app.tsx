/** The page: at first the opening of the scenario alone, then everything around it. */
import { lazy, Suspense } from 'react'
import { Opening } from './opening.tsx'
import { useApp } from './store/store.ts'

const Workspace = lazy(() => import('./workspace.tsx'))

/** The first arrow comes before the rest of the page is loaded. */
export function App() {
  const isOpen = useApp((state) => state.run.isOpen)
  return isOpen ? (
    <Suspense fallback={<Opening />}>
      <Workspace />
    </Suspense>
  ) : (
    <Opening />
  )
}
