/** A reverse proxy: the encrypted connection ends here, and what goes on to the app is another request (RFC 7239 §4). */
import type { HeaderLine, HttpHandler } from '../../http/index.ts'

/** What the proxy says to the app. */
export interface ProxyConfig {
  /** URL origin of the app behind it. */
  readonly app: string
  /** Whether the host that the browser asked for goes along; otherwise it is the app’s own. */
  readonly keepsHost: boolean
  /** Whether the proxy says by which scheme it was asked. */
  readonly saysScheme: boolean
}

/** Hands every request on, and every answer back. */
export function createProxy(send: HttpHandler, config: ProxyConfig): HttpHandler {
  // #region proxy
  return async (request) => {
    const asked = new URL(request.url)
    // Whatever the client itself claims there is dropped: the app is to believe this proxy alone.
    const kept = request.headers.filter(([name]) => name !== 'host' && name !== 'forwarded')
    const host = config.keepsHost ? asked.host : new URL(config.app).host
    const forwarded: readonly HeaderLine[] = config.saysScheme
      ? [['forwarded', `proto=${asked.protocol.slice(0, -1)};host=${asked.host}`]]
      : []
    return send({
      ...request,
      url: `${config.app}${asked.pathname}${asked.search}`,
      headers: [['host', host], ...kept, ...forwarded],
    })
  }
  // #endregion
}
