/** Whether there is room for all panes beside each other. */
import { useSyncExternalStore } from 'react'

const WIDE = matchMedia('(min-width: 1024px)')

function subscribe(onChange: () => void): () => void {
  WIDE.addEventListener('change', onChange)
  return () => WIDE.removeEventListener('change', onChange)
}

/** True from 1024 pixels on. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => WIDE.matches)
}
