/** The pages of connecting a device: the question for its code, and what it came to (RFC 8628 §3.3). */
import { type HttpResponse, markup } from '../../../http/index.ts'
import { alert, renderPage } from './layout.ts'

/** Asks for the code that the device shows; with a `problem` it comes again, as the sign-in page does after a wrong password. */
export function renderDevicePage(page: {
  /** Where the form goes: an absolute URL. */
  readonly action: string
  /** What was typed before. */
  readonly userCode: string
  readonly problem?: { readonly status: number; readonly message: string }
}): HttpResponse {
  const { action, userCode, problem } = page
  return renderPage(problem?.status ?? 200, {
    title: 'Connect a device',
    body: markup`${problem !== undefined && alert(problem.message)}
      <p>Enter the code that the device in front of you shows.</p>
      <form id="device" method="post" action="${action}">
        <div class="field">
          <label for="user_code">Code</label>
          <input id="user_code" name="user_code" type="text" value="${userCode}" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
        </div>
        <div class="actions"><button class="primary" type="submit">Continue</button></div>
      </form>
      <p class="hint">Enter no code that somebody sent you: it would connect their device to your account.</p>`,
  })
}

/** Says what became of the device. */
export function renderDeviceDonePage(title: string, message: string): HttpResponse {
  return renderPage(200, {
    title,
    body: markup`
      <p>${message}</p>`,
  })
}
