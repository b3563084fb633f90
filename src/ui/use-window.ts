/** How much room the window has. */
import { useSyncExternalStore } from 'react'

function createHook(media: string): () => boolean {
  // Asked when a component asks: a module that is only loaded needs no window.
  let asked: MediaQueryList | undefined
  const query = () => {
    asked ??= matchMedia(media)
    return asked
  }
  const subscribe = (onChange: () => void) => {
    query().addEventListener('change', onChange)
    return () => query().removeEventListener('change', onChange)
  }
  return () => useSyncExternalStore(subscribe, () => query().matches)
}

/** Whether there is room for all panes beside each other: true from 1024 pixels on. */
export const useIsWide = createHook('(min-width: 1024px)')

/** Whether the window is that of a phone: what is looked at comes first there. */
export const useIsNarrow = createHook('(width < 40rem)')

/** Whether the window is so low that rows stand closer together. */
export const useIsLow = createHook('(max-height: 800px)')
