/** The mail provider: it keeps mails, shows them, and may look at what their links lead to. */
import { type HttpHandler, html, parseForm } from '../../http/index.ts'
import { createBackend } from '../../scenario-kit/parties/backend.ts'
import { createPlainBrowser, followRedirects } from '../../scenario-kit/parties/plain-browser.ts'
import { readForms, type Simulation } from '../../simulation/index.ts'
import { inboxPage, type Mail } from './pages.ts'

/** The mail provider. */
export interface Mailbox {
  readonly handle: HttpHandler
  /** Whether there is something to read. */
  hasMail(): boolean
  /** The link in the newest mail, when there is one. */
  link(): string | undefined
  snapshot: ReturnType<typeof createBackend>['snapshot']
}

/**
 * Creates the mail provider, as the actor `mail`. Its scanner behaves as those that people report: it opens a link as soon as the
 * mail is there, without the person’s cookies, and follows redirects (Microsoft Defender’s Safe Links,
 * learn.microsoft.com/en-us/defender-office-365/safe-links-about; FusionAuth/fusionauth-issues#629). Some press buttons
 * (nextauthjs/next-auth#1840).
 */
export function createMailbox(simulation: Simulation, scanner: 'nothing' | 'opens' | 'presses'): Mailbox {
  const mails: Mail[] = []
  let scans = 0
  const provider = createBackend(simulation, 'mail', () => ({ mails: mails.map((mail) => ({ ...mail })) }))

  /** Each time a browser of its own, which has been nowhere before. */
  async function scan(task: string, link: string): Promise<void> {
    const sender = { task, actor: 'mail', purpose: 'navigation' } as const
    const browser = createPlainBrowser(async (request) => (await simulation.network.exchange(sender, request)).response)
    const page = await followRedirects(browser, link, await browser.get(link))
    if (scanner !== 'presses' || page.status >= 400 || readForms(page.body).length === 0) return
    await followRedirects(browser, link, await browser.submit(page, {}))
  }

  return {
    async handle(request) {
      if (request.method !== 'POST') return html(200, inboxPage(mails))
      const { subject = '', mail_text: text = '' } = Object.fromEntries(parseForm(request.body))
      mails.push({ subject, text })
      if (scanner !== 'nothing' && URL.canParse(text)) {
        scans += 1
        const job = `scan-${scans}`
        // A page that does not come is none of the person’s business.
        provider.start(job, () => scan(`mail/${job}`, text).catch(() => undefined))
      }
      return { status: 202, headers: [], body: '' }
    },
    hasMail: () => mails.length > 0,
    link: () => mails.map(({ text }) => text).findLast((text) => URL.canParse(text)),
    snapshot: provider.snapshot,
  }
}
