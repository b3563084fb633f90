/** What the person in the flow sees. */
export { BrowserWindow } from './browser-window.tsx'
