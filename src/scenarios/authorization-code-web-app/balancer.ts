/** A load balancer in front of instances of one app: each request goes to one of them. */
import { type HeaderLine, type HttpHandler, type HttpRequest, headers, serialiseSetCookie } from '../../http/index.ts'

/** What is behind the balancer, and how it chooses. */
export interface BalancerConfig {
  /** URL origins of the instances. */
  readonly instances: readonly string[]
  /** Whether a browser is sent to the instance that answered it first. */
  readonly isSticky: boolean
}

const COOKIE = '__Host-instance'

/** Hands every request on, and every answer back. */
export function createBalancer(send: HttpHandler, { instances, isSticky }: BalancerConfig): HttpHandler {
  let turns = 0
  // #region balancer
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const known = isSticky ? instances[instanceOf(request)] : undefined
    const instance = turns % instances.length
    if (known === undefined) turns += 1
    const response = await send({ ...request, url: `${known ?? instances[instance]}${pathname}${search}` })
    if (!isSticky || known !== undefined) return response
    const attributes = { Path: '/', Secure: '', HttpOnly: '', SameSite: 'Lax' }
    const line: HeaderLine = ['set-cookie', serialiseSetCookie(COOKIE, String(instance), attributes)]
    return { ...response, headers: [...response.headers, line] }
  }
  // #endregion
}

/** The number in the balancer’s cookie; `NaN` without one. */
function instanceOf(request: HttpRequest): number {
  const cookies = headers(request, 'cookie').flatMap((text) => text.split('; '))
  return Number(cookies.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1))
}
