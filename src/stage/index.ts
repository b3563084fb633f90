/** What the person in the flow sees. */
export { Authenticator } from './authenticator.tsx'
export { BrowserWindow } from './browser-window.tsx'
export { deviceActions, readDevices } from './devices.ts'
export { Phone } from './phone.tsx'
