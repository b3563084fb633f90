/** Leader tab: one tab refreshes for all; the others ask it through `localStorage` and wait for the new tokens. */
import type { TabGlobals } from '../../simulation/index.ts'
import { type ClientConfig, readTokens, refresh, type TabStrategy } from './client.ts'

/** The access token that a tab wants replaced; removed when the leader is done. */
const WANTED = 'refresh-wanted'

/** Creates a tab's strategy. */
export function createStrategy(): TabStrategy {
  let isLeader = false
  let running: Promise<void> | undefined

  // #region refresh
  async function refreshOnce(tab: TabGlobals, config: ClientConfig, refused: string): Promise<void> {
    if (readTokens(tab).access_token !== refused) return
    running ??= refresh(tab, config).finally(() => {
      running = undefined
    })
    await running
  }
  // #endregion

  /** Does what another tab asked for. The others hear how it went from `localStorage`, so nothing is thrown here. */
  async function serve(tab: TabGlobals, config: ClientConfig): Promise<void> {
    const refused = tab.localStorage.getItem(WANTED)
    if (!isLeader || refused === null) return
    await refreshOnce(tab, config, refused).catch(() => undefined)
    tab.localStorage.removeItem(WANTED)
  }

  return {
    join(tab, config) {
      tab.addEventListener('storage', () => void serve(tab, config))
      // Whoever holds the lock leads. It is given back when the tab closes, and the next one in line takes over.
      void tab.navigator.locks.request('leader', async () => {
        isLeader = true
        await serve(tab, config)
        return new Promise(() => undefined)
      })
    },

    async onRefused(tab, config, refused) {
      if (isLeader) return refreshOnce(tab, config, refused)
      if (readTokens(tab).access_token !== refused) return
      await new Promise<void>((resolve, reject) => {
        tab.addEventListener('storage', ({ key, newValue }) => {
          if (key === 'tokens') resolve()
          if (key === WANTED && newValue === null) reject(new TypeError('The leading tab could not refresh.'))
        })
        tab.localStorage.setItem(WANTED, refused)
      })
    },
  }
}
