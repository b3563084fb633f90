/** The consent page: who asks, what for, and in whose name. */

import { type HeaderLine, type HttpResponse, type Markup, markup } from '../../../http/index.ts'
import { isSpecialUseHost } from '../../special-use-address.ts'
import type { Client } from '../../state/config.ts'
import type { AuthorizationDetail } from '../../state/records.ts'
import { renderPage } from './layout.ts'

/** What the page says and carries. */
export interface ConsentPage {
  /** Where the form goes: an absolute URL. */
  readonly action: string
  /** The id of the pending request. */
  readonly requestId: string
  readonly client: Client
  /** Whether name and redirect URI are what the client says of itself in a document. */
  readonly isDescribed?: boolean
  readonly username: string
  readonly scope: readonly string[]
  /** What the client asks for in more words (RFC 9396 §3). */
  readonly authorizationDetails?: readonly AuthorizationDetail[]
  readonly redirectUri: string
  /** What the device shows that asks, where one does. */
  readonly userCode?: string | undefined
}

/** What the scopes of OpenID Connect mean to a person. Any other scope is an API's own and is named as it is. */
const meanings: Readonly<Record<string, string>> = {
  openid: 'Know who you are',
  profile: 'See your name and profile',
  email: 'See your email address',
  address: 'See your postal address',
  phone: 'See your phone number',
  offline_access: 'Keep this access while you are away',
}

/** Renders the consent page. */
export function renderConsentPage(page: ConsentPage, headerLines: readonly HeaderLine[] = []): HttpResponse {
  const { action, requestId, client, username, scope, authorizationDetails = [], redirectUri, userCode } = page
  const isDescribed = page.isDescribed === true
  const items = scope.map(
    (name) => markup`
        <li><span class="scope">${meaningOf(name)}</span> <code class="scope-name">${name}</code></li>`,
  )
  const details = authorizationDetails.map(
    (detail) => markup`
        <li><span class="scope">${detail.type}</span> <code class="scope-name">${JSON.stringify(detail)}</code></li>`,
  )
  return renderPage(
    200,
    {
      title: `Allow ${client.client_name}?`,
      body: markup`
      <p class="account">Signed in as <strong>${username}</strong></p>${userCode !== undefined && compareCode(userCode)}
      <p><strong class="client">${client.client_name}</strong> asks for your permission${items.length > 0 ? ' to:' : '.'}</p>${isDescribed && describedAt(client)}${
        details.length > 0 &&
        markup`
      <p>It describes what for:</p>
      <ul class="scopes">${details}
      </ul>`
      }${
        items.length > 0 &&
        markup`
      <ul class="scopes">${items}
      </ul>`
      }
      <form id="consent" method="post" action="${action}">
        <input type="hidden" name="transaction" value="${requestId}">
        <div class="actions">
          <button class="primary" type="submit" name="decision" value="approve">Allow</button>
          <button class="secondary" type="submit" name="decision" value="deny">Deny</button>
        </div>
      </form>
      <p class="hint">${userCode === undefined ? `You will be sent to ${redirectUri}.` : 'Did somebody send you this code or this link? Then deny.'}</p>`,
    },
    headerLines,
  )
}

/**
 * A name is free to choose; the host that the document comes from is not (Client ID Metadata Document §6.4). Where all of its addresses are
 * of this computer any program can pass for it, whoever hosts the document.
 */
function describedAt({ client_id, redirect_uris }: Client): Markup {
  const isLocal = redirect_uris.every((uri) => isSpecialUseHost(new URL(uri).hostname))
  return markup`
      <p class="hint">It calls itself so at <strong>${new URL(client_id).host}</strong>. Nobody here has checked the name.</p>${
        isLocal &&
        markup`
      <p class="hint">It runs on this computer, where any program can pass for it. Go on only if you have just started it.</p>`
      }`
}

/** The person compares the code with the device in front of them: it may be somebody else's device (RFC 8628 §3.3.1, §5.4). */
function compareCode(userCode: string): Markup {
  return markup`
      <p>A device wants to be connected. Go on only if it is in front of you and shows this code:
        <strong class="user-code">${userCode}</strong></p>`
}

function meaningOf(scope: string): string {
  return (Object.hasOwn(meanings, scope) ? meanings[scope] : undefined) ?? `Use ${scope} in your name`
}
