/** The page that asks for a second factor: one form for each factor that the person has enrolled. */
import { type HeaderLine, type HttpResponse, type Markup, markup } from '../../../http/index.ts'
import type { Client, SecondFactors } from '../../state/config.ts'
import type { PushPrompt } from '../../state/records.ts'
import { alert, renderPage } from './layout.ts'

/** What the page says and carries. */
export interface SecondFactorPage {
  /** Where the forms go: an absolute URL. */
  readonly action: string
  /** The id of the pending request. */
  readonly requestId: string
  readonly client: Client
  readonly username: string
  readonly factors: readonly (keyof SecondFactors)[]
  /** The prompt that is open on the phone: the number to pick or to type there, if there is one. */
  readonly prompt: Pick<PushPrompt, 'number' | 'choices'> | undefined
  readonly offersTrust: boolean
  /** The phone has not answered yet. */
  readonly isWaiting: boolean
  /** What went wrong at the last attempt, and its stable code. */
  readonly failure: { readonly code: string; readonly message: string } | undefined
}

/** Renders the page; after a failed attempt with 400, as the sign-in page after a wrong password. */
export function renderSecondFactorPage(page: SecondFactorPage, headerLines: readonly HeaderLine[] = []): HttpResponse {
  const { client, username, factors, failure, isWaiting } = page
  // While the phone asks, its number comes first: the person looks for it.
  const isFirst = (factor: string) => factor === 'push' && page.prompt !== undefined
  const ordered = [...factors.filter(isFirst), ...factors.filter((factor) => !isFirst(factor))]
  const forms = ordered.map((factor) => formOf(factor, page))
  return renderPage(
    failure === undefined ? 200 : 400,
    {
      title: 'Is it you?',
      body: markup`
      <p class="account">Password accepted for <strong>${username}</strong></p>
      <p>One more step to continue to <strong class="client">${client.client_name}</strong>.</p>${
        failure !== undefined &&
        markup`${alert(failure.message)}
      <p class="hint">Error code: <code class="error-code">${failure.code}</code></p>`
      }${isWaiting && alert('The phone has not answered yet.')}${forms}`,
    },
    headerLines,
  )
}

function formOf(factor: keyof SecondFactors, page: SecondFactorPage): Markup {
  switch (factor) {
    case 'totp':
      return codeForm(page, {
        method: 'totp',
        label: 'Code of your authenticator app',
        attributes: markup`inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,7}"`,
        button: 'Verify',
      })
    case 'recovery_codes':
      return codeForm(page, {
        method: 'recovery_code',
        label: 'Or a recovery code',
        attributes: markup`autocomplete="off" autocapitalize="none" spellcheck="false"`,
        button: 'Use it',
      })
    case 'push':
      return pushForm(page)
    default:
      return factor satisfies never
  }
}

function codeForm(
  page: SecondFactorPage,
  form: { method: string; label: string; attributes: Markup; button: string },
): Markup {
  const { method, label, attributes, button } = form
  return markup`
      <form id="${method}" method="post" action="${page.action}">${hidden(page, method)}
        <div class="field">
          <label for="${method}-code">${label}</label>
          <input id="${method}-code" name="code" type="text" ${attributes} required>
        </div>${trust(page, method)}
        <div class="actions"><button class="primary" type="submit">${button}</button></div>
      </form>`
}

/** Without scripts a page cannot wait for the phone, so the person says when they have answered. */
function pushForm(page: SecondFactorPage): Markup {
  const { action, prompt } = page
  if (prompt === undefined) {
    return markup`
      <form id="push_send" method="post" action="${action}">${hidden(page, 'push_send')}
        <div class="actions"><button class="secondary" type="submit">Ask my phone</button></div>
      </form>`
  }
  return markup`
      <form id="push" method="post" action="${action}">${hidden(page, 'push')}
        <p>${toDo(prompt)}</p>${trust(page, 'push')}
        <div class="actions"><button class="primary" type="submit">I have answered</button></div>
      </form>`
}

function toDo({ number, choices }: NonNullable<SecondFactorPage['prompt']>): Markup {
  if (number === undefined) return markup`Approve the prompt on your phone.`
  const verb = choices.length > 0 ? 'Pick' : 'Type'
  return markup`${verb} this number on your phone: <strong class="push-number">${number}</strong>`
}

function hidden({ requestId }: SecondFactorPage, method: string): Markup {
  return markup`
        <input type="hidden" name="transaction" value="${requestId}">
        <input type="hidden" name="method" value="${method}">`
}

function trust({ offersTrust }: SecondFactorPage, form: string): Markup | undefined {
  if (!offersTrust) return undefined
  return markup`
        <p class="choice">
          <input id="${form}-trust" name="trust_device" type="checkbox" value="yes">
          <label for="${form}-trust">Trust this browser</label>
        </p>`
}
