/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  handover: {
    label: 'How the answer gets to the page',
    group: 'App',
    help: 'A popup can tell the page that opened it, as long as the browser lets the two know each other. A channel reaches every page of the origin (HTML §9.5).',
    type: 'choice',
    default: 'watched',
    options: [
      { value: 'watched', label: 'Popup: by its opener, and the page looks whether it was closed' },
      { value: 'opener', label: 'Popup: by its opener, and the page just waits' },
      { value: 'channel', label: 'Popup: by a BroadcastChannel' },
      { value: 'redirect', label: 'No popup: a redirect' },
    ],
  },
  offers_cancel: {
    label: 'A button “Cancel” while the page waits',
    group: 'App',
    help: 'By a channel the page does not hear that somebody has closed the popup. They can say so. No specification has it.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  opens: {
    label: 'When the app opens the popup',
    group: 'App',
    help: 'Browsers open windows for a page only shortly after somebody has pressed something in it (HTML §6.4.1).',
    type: 'choice',
    default: 'click',
    options: [
      { value: 'click', label: 'In the click' },
      { value: 'load', label: 'By itself, when the page loads' },
    ],
  },
  app_policy: {
    label: 'Cross-Origin-Opener-Policy of the app',
    group: 'App',
    help: 'same-origin is half of what a page needs to be isolated, for instance for SharedArrayBuffer (HTML §7.1.3).',
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'same-origin', label: 'same-origin' },
      { value: 'same-origin-allow-popups', label: 'same-origin-allow-popups' },
      { value: 'noopener-allow-popups', label: 'noopener-allow-popups' },
    ],
  },
  callback_policy: {
    label: 'The callback page has that header, too',
    group: 'App',
    help: 'It is often set for all pages of a site. In the popup, the callback page comes after one that has none.',
    type: 'boolean',
    default: false,
  },
  server_policy: {
    label: 'Cross-Origin-Opener-Policy of the server’s pages',
    group: 'Authorization server',
    help: 'No specification asks a server for it. Helmet, which many Node.js servers use, sends same-origin unless told otherwise (helmetjs.github.io).',
    isPolicy: true,
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'same-origin', label: 'same-origin' },
      { value: 'noopener-allow-popups', label: 'noopener-allow-popups' },
    ],
  },
  ...actorNames({ browser: 'Browser', app: 'Frontend App', auth: 'Authorization Server' }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>
