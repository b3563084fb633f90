/** What the phone shows: the app, and the notification that its extension makes. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { signedInPage, signedOutPage } from '../../scenario-kit/parties/signed-in-tab.ts'

/** What a program shows, by what became of its call. */
export interface Screens {
  /** Nothing was asked yet. */
  readonly idle: string
  readonly loading: string
  /** The photos are there. */
  readonly loaded: string
  /** They are not, and nothing is over. */
  failed(reason: string): string
  signedOut(reason: string): string
}

/** The app. Its buttons are the actions `load-photos` and `sign-in`. */
export const APP_SCREENS: Screens = {
  idle: signedInPage('You are signed in.'),
  loading: signedInPage('The photos are on their way.'),
  loaded: signedInPage('The photos have come.'),
  failed: (reason) => signedInPage('The photos did not come.', reason),
  signedOut: signedOutPage,
}

/** The app after the phone has ended it. */
export const ENDED_SCREEN = appPage({
  app: APP_NAME,
  title: 'Ended by the phone',
  body: markup`<p>It slept, and had a lock of the system. What it waited for reaches nobody.</p>`,
  alert: 'Termination Reason: RUNNINGBOARD 0xdead10cc',
})

/** The notifications. */
export const EXTENSION_SCREENS: Screens = {
  idle: notification('No notification', 'The extension does not run. The phone starts it when a notification comes.'),
  loading: notification('Your print is ready', 'The picture is on its way.'),
  loaded: notification('Your print is ready', 'With the picture: harbour.jpg'),
  failed: (reason) => notification('Your print is ready', 'Without a picture. Open the app to see it.', reason),
  signedOut: (reason) => notification('You have been signed out', 'Open the app, and sign in again.', reason),
}

function notification(title: string, text: string, alert?: string): string {
  return appPage({
    app: 'Notification',
    title,
    body: markup`<p>${text}</p>`,
    ...(alert !== undefined && { alert }),
  })
}
