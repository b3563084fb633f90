/** The page of a run without words: what the service worker answers for any of them when there is no network. */
import { type SiteFile, wayUp } from './markup.ts'

/** Its name. `public/service-worker.js` knows it. */
const FILE = 'run-page.html'

/** Written from the built `index.html`; it is only ever shown at the address of a run's page. */
export function shellPage(template: string): SiteFile {
  return { path: FILE, text: template.replace(/(?<=\s(?:href|src)=")\.\//g, wayUp('r/scenario/outcome/')) }
}
