/** A rule for the question that browsers ask before a request to another origin. */
import { header } from '../../http/index.ts'
import { pageOf } from '../fields.ts'
import type { LoginExchange } from '../recognition.ts'
import { atResponse, type Rule } from './rule.ts'

/** In the order in which a login comes to them. */
export const PREFLIGHT_RULES: readonly Rule[] = [
  {
    id: 'preflight-allowed',
    title: 'A preflight is followed by its request',
    clause: 'Fetch §4.8',
    weight: 'breaks',
    fix: 'Let the server answer the preflight with 2xx, Access-Control-Allow-Origin, and the method and headers that are asked for; a token endpoint needs it when a page in the browser calls it.',
    check: ({ exchanges }) =>
      exchanges
        .filter(({ kind, response }) => kind === 'preflight' && response !== undefined)
        .map((exchange) =>
          atResponse(
            exchange,
            !isFollowed(exchange, exchanges) &&
              isRefusal(exchange) && {
                message:
                  'The server did not allow the request, so the browser never sent it: the app sees a CORS error.',
              },
          ),
        ),
  },
]

/** True when the request that a preflight asks for is in the recording. */
export function isFollowed({ request }: LoginExchange, exchanges: readonly LoginExchange[]): boolean {
  const method = header(request, 'access-control-request-method')
  return exchanges.some((other) => other.request.method === method && pageOf(other.request.url) === pageOf(request.url))
}

function isRefusal({ response }: LoginExchange): boolean {
  const isOk = response !== undefined && response.status >= 200 && response.status < 300
  return !isOk || header(response, 'access-control-allow-origin') === undefined
}
