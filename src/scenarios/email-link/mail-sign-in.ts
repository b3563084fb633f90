/** The server’s way to sign in without a password: a secret that goes to a mailbox, and comes back once. */
import { type HttpRequest, type HttpResponse, header, html, parseForm } from '../../http/index.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import type { Mailed, Outbox } from './outbox.ts'
import {
  addressPage,
  deniedPage,
  openedPage,
  pressPage,
  questionPage,
  typeCodePage,
  waitHerePage,
  waitPage,
} from './pages.ts'

/** How the server mails. */
export interface MailConfig {
  readonly mail: 'link' | 'button' | 'question' | 'code'
  readonly opensIn: 'any' | 'asking'
  /** In the browser that opens the link, or in the one that asked for the mail and waits for that. */
  readonly goesOnIn: 'opened' | 'waiting'
  /** Where mails are handed in, and where links lead. */
  readonly mail_endpoint: string
  readonly link_endpoint: string
}

/** What is remembered of the browser that asked for a mail. */
export type Asked = { readonly transaction: string }

/** What the routes work with. */
export interface MailServer extends ServerGlobals {
  readonly outbox: Outbox
  readonly asked: ServerSessions<Asked>
  /** Whose address it is. */
  personAt(address: string): string | undefined
  /** The authorization server goes on with the app’s request: the person has proved who they are. */
  signedIn(request: HttpRequest, mailed: Mailed): Promise<HttpResponse>
}

/** The routes that the server has besides those of OAuth. */
export function createMailRoutes(server: MailServer, config: MailConfig): Routes {
  const { fetch, outbox, asked } = server

  // #region link
  const hasAsked = (request: HttpRequest, token: string) =>
    asked.read(request)?.transaction === outbox.transactionOf(token)

  async function redeem(request: HttpRequest, token: string): Promise<HttpResponse> {
    const isHere = hasAsked(request, token)
    if (config.opensIn === 'asking' && !isHere) {
      throw new SignInError('another_browser', 'Please open this link in the browser in which you began to sign in.')
    }
    // From here on it is used, whoever has opened it.
    const mailed = outbox.redeemLink(token)
    if (config.goesOnIn === 'waiting') return html(200, openedPage())
    const answer = await server.signedIn(asBrowserThatAsked(request, mailed), mailed)
    // Another browser gets the app’s answer and no session here: with one it would need no mail the next time.
    return isHere ? answer : { ...answer, headers: answer.headers.filter(([name]) => name !== 'set-cookie') }
  }
  // #endregion

  return {
    async 'GET /email/start'(request) {
      return html(200, addressPage(new URL(request.url).searchParams.get('transaction') ?? ''))
    },

    // #region mail
    async 'POST /email/start'(request) {
      const { transaction = '', email = '' } = Object.fromEntries(parseForm(request.body))
      const sub = server.personAt(email)
      if (sub !== undefined) {
        const { token, mail_code } = outbox.issue({ transaction, sub, cookie: header(request, 'cookie') ?? '' })
        const mail_text =
          config.mail === 'code'
            ? `Your code is ${mail_code}.`
            : `${config.link_endpoint}?${new URLSearchParams({ token })}`
        const mail = new URLSearchParams({ to: email, subject: 'Sign in to Photo Prints', mail_text })
        await fetch(config.mail_endpoint, { method: 'POST', body: mail })
      }
      // The same page without an account: nobody learns here who has one.
      const waiting = config.goesOnIn === 'waiting' ? waitHerePage(transaction) : waitPage()
      const page = config.mail === 'code' ? typeCodePage(transaction) : waiting
      return html(200, page, [asked.start({ transaction })])
    },
    // #endregion

    // #region link
    async 'GET /email/link'(request) {
      const token = new URL(request.url).searchParams.get('token') ?? ''
      if (config.mail === 'button') return html(200, pressPage(config.link_endpoint, token))
      if (config.mail === 'question') {
        return html(200, questionPage(config.link_endpoint, token, hasAsked(request, token)))
      }
      return redeem(request, token)
    },

    async 'POST /email/link'(request) {
      const { token = '', decision } = Object.fromEntries(parseForm(request.body))
      if (decision !== 'deny') return redeem(request, token)
      outbox.deny(token)
      return html(200, deniedPage())
    },

    async 'POST /email/wait'(request) {
      const { transaction = '' } = Object.fromEntries(parseForm(request.body))
      const mailed = outbox.openedFor(transaction)
      return mailed === undefined ? html(200, waitHerePage(transaction)) : server.signedIn(request, mailed)
    },
    // #endregion

    // #region code
    async 'POST /email/code'(request) {
      const { transaction = '', mail_code = '' } = Object.fromEntries(parseForm(request.body))
      const mailed = outbox.redeemCode(transaction, mail_code)
      return mailed === undefined
        ? html(400, typeCodePage(transaction, 'This is not the code in the mail. Please try again.'))
        : server.signedIn(request, mailed)
    },
    // #endregion
  }
}

/** The server goes on with the app’s request wherever the link was opened, as many do; that it may is its policy. */
function asBrowserThatAsked(request: HttpRequest, { cookie }: Mailed): HttpRequest {
  return { ...request, headers: [...request.headers.filter(([name]) => name !== 'cookie'), ['cookie', cookie]] }
}
