/** What the person in the flow sees. */
export { BrowserWindow, type BrowserWindowProps } from './browser-window.tsx'
