/** The script of the page: it asks the app’s own server for each panel, all at once. */
import type { TabGlobals } from '../../simulation/index.ts'

/** Loads one panel. The browser adds the cookie, and keeps the one that comes back. */
export async function loadPanel({ fetch }: TabGlobals, panel: string): Promise<Response> {
  // #region panels
  return fetch(`/data/${panel}`)
  // #endregion
}
