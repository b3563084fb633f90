/** The sign-in page. */
import { type HeaderLine, type HttpResponse, type Markup, markup } from '../../../http/index.ts'
import type { Client } from '../../state/config.ts'
import type { IdentityProvider } from '../../state/other-servers.ts'
import { alert, renderPage } from './layout.ts'

/** What the page says and carries. */
export interface LoginPage {
  /** Where the form goes: an absolute URL. */
  readonly action: string
  /** The id of the pending request. */
  readonly requestId: string
  readonly client: Client
  readonly username: string
  readonly providers: readonly IdentityProvider[]
  /** What went wrong at the last attempt. */
  readonly error?: string
}

/**
 * Renders the sign-in page.
 *
 * After a wrong password it comes again with 400: the attempt was refused, and neither an intermediary nor a test shall
 * take it for a success. 401 would be wrong, since it needs a `WWW-Authenticate` challenge (RFC 9110 §15.5.2).
 */
export function renderLoginPage(page: LoginPage, headerLines: readonly HeaderLine[] = []): HttpResponse {
  const { action, requestId, client, username, providers, error } = page
  return renderPage(
    error === undefined ? 200 : 400,
    {
      title: 'Sign in',
      body: markup`
      <p>to continue to <strong class="client">${client.client_name}</strong></p>${error !== undefined && alert(error)}
      <form id="sign-in" method="post" action="${action}">
        <input type="hidden" name="transaction" value="${requestId}">
        <div class="field">
          <label for="username">Username</label>
          <input id="username" name="username" type="text" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required>
        </div>
        <div class="field">
          <label for="password">Password</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required>
        </div>
        <div class="actions"><button class="primary" type="submit">Sign in</button></div>
      </form>${providers.map(({ name, url }, index) => providerForm(name, { id: `provider-${index + 1}`, url, requestId }))}
      <p class="hint">Your password stays here. ${client.client_name} never sees it.</p>`,
    },
    headerLines,
  )
}

function providerForm(name: string, { id, url, requestId }: Record<'id' | 'url' | 'requestId', string>): Markup {
  return markup`
      <form id="${id}" method="get" action="${url}">
        <input type="hidden" name="transaction" value="${requestId}">
        <div class="actions"><button class="secondary" type="submit">Sign in with ${name}</button></div>
      </form>`
}
