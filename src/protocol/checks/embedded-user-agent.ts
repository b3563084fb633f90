/** Whether an authorization request comes from a browser or from a view inside of an app, whose makers could read what is typed. */
import { type HttpRequest, header } from '../../http/index.ts'
import type { ServerContext } from '../state/context.ts'
import { refuse } from '../verdict.ts'

/**
 * Throws `access_denied` when the policy refuses such views and User-Agent names one, as Android's WebView does with `wv`
 * (developer.chrome.com/docs/webview/user-agent). An app can say something else there: the check keeps out mistakes, not thieves.
 */
export function checkEmbeddedUserAgent(request: HttpRequest, { config, environment }: ServerContext): void {
  const sent = header(request, 'user-agent')
  if (config.policy.embeddedUserAgents === 'allowed' || sent === undefined || !/;\s*wv\)/.test(sent)) return
  throw refuse(
    { rule: 'embedded_user_agent', clause: 'RFC 8252 §8.12' },
    {
      code: 'access_denied',
      message: 'disallowed_useragent: this is a view inside of an app (embedded user-agent), and not a browser.',
      sent,
      fix: 'Open the sign-in in the device’s own browser, or in a tab of it that the app may show.',
    },
    environment,
  )
}
