/** What a tab shows. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** A tab in which Ada is signed in; `result` tells what became of its latest call. */
export function signedInPage(tab: string, result: string): string {
  return appPage({
    app: APP_NAME,
    title: `Your photos in ${tab.replace('-', ' ')}`,
    body: markup`<p>${result}</p>`,
    actions: [{ action: `call-api-${tab}`, label: 'Call the API', isPrimary: true }],
  })
}

/** A tab that has noticed that the session is over. */
export function signedOutPage(reason: string): string {
  return appPage({
    app: APP_NAME,
    title: 'You have been signed out',
    body: markup`<p>The shared tokens are gone, so this holds for every tab. Reload to begin signed in again.</p>`,
    alert: reason,
  })
}
