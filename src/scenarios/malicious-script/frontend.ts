/** The page's code where a backend is the client: it asks the backend for the photos, or for a token to get them with. */
import type { Access, PageScript, TokenStore } from './client.ts'

/** With a BFF: the cookie goes along, and nothing else (RFC 10017 §6.1). */
export function accessByBff(script: PageScript): Access {
  return {
    async isSignedIn() {
      // #region session
      const { signed_in } = await (await script.fetch('/session')).json()
      return signed_in
      // #endregion
    },
    async call(path) {
      // #region api-call
      const response = await script.fetch(`/api${path}`)
      return { status: response.status, body: await response.json() }
      // #endregion
    },
  }
}

/** With a token-mediating backend: the page gets the access token and calls the API itself (RFC 10017 §6.2). */
export function accessByMediator(script: PageScript, api: string, store: TokenStore): Access {
  async function ask(method: 'GET' | 'POST'): Promise<boolean> {
    // #region session
    const session = await (await script.fetch('/session', { method })).json()
    store.write(session.signed_in ? { access_token: session.access_token, token_type: 'Bearer' } : undefined)
    return session.signed_in
    // #endregion
  }

  return {
    isSignedIn: () => ask('GET'),
    async call(path) {
      // #region api-call
      const attempt = () =>
        script.fetch(`${api}${path}`, { headers: { authorization: `Bearer ${store.read()?.access_token}` } })
      let response = await attempt()
      if (response.status === 401 && (await ask('POST'))) response = await attempt()
      return { status: response.status, body: await response.json() }
      // #endregion
    },
  }
}
