/** `form_post`: the response as a form that the browser posts to the redirect URI (OAuth 2.0 Form Post Response Mode §2). */
import { type FormFields, type HttpResponse, markup } from '../../../http/index.ts'
import { renderPage } from '../pages/layout.ts'

/** A page with the form. It has a button instead of a script: the specification's page for browsers without scripts. */
export function formPost(redirectUri: string, response: FormFields): HttpResponse {
  const fields = response.map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)
  return renderPage(200, {
    title: 'Back to the app',
    body: markup`
      <p>Your answer is ready to be handed over.</p>
      <form id="form-post" method="post" action="${redirectUri}">
        ${fields}
        <div class="actions"><button class="primary" type="submit">Continue</button></div>
      </form>`,
  })
}
