/** Rules that nothing more exact covers: a request of the login was refused, or never answered. */
import { evidenceOf } from '../evidence.ts'
import { answerText, tokenChallenge } from '../fields.ts'
import type { ExchangeKind, LoginExchange } from '../recognition.ts'
import { atRequest, atResponse, type Rule } from './rule.ts'

/** Kinds whose refusals have rules of their own. */
const OWN_RULES: ReadonlySet<ExchangeKind> = new Set([
  'authorization request',
  'authorization response',
  'token request',
  'refresh',
  'registration',
  'introspection',
  'revocation',
  'logout',
  'preflight',
  'page',
])

/** In the order in which a login comes to them. */
export const REFUSAL_RULES: readonly Rule[] = [
  {
    id: 'request-granted',
    title: 'No other request of the login is refused',
    clause: 'policy',
    weight: 'breaks',
    fix: 'Read the answer: what was asked for is not there, or not for whoever asked.',
    check: ({ exchanges }) =>
      exchanges
        .filter(({ kind, response }) => !OWN_RULES.has(kind) && response !== undefined)
        .map((exchange) => {
          const status = exchange.response?.status ?? 0
          const description = answerText(exchange, 'error_description')
          return atResponse(
            exchange,
            isRefused(exchange, exchanges) && {
              message: `The answer to the ${exchange.kind} is ${status}.`,
              ...(description !== undefined && { description }),
              evidence: evidenceOf(exchange),
            },
          )
        }),
  },
  {
    id: 'request-answered',
    title: 'Every request of the login is answered',
    clause: 'policy',
    weight: 'breaks',
    needsAnswers: true,
    fix: 'Look for a page that was left too early, CORS, a certificate, a name that cannot be resolved, an extension or a proxy that blocks.',
    check: ({ exchanges }) =>
      exchanges
        .filter(({ kind }) => !['token request', 'refresh', 'page'].includes(kind))
        .map((exchange) =>
          atRequest(
            exchange,
            exchange.response === undefined && {
              message: `There is no answer to the ${exchange.kind}: it was aborted or blocked, or the recording ends here.`,
            },
          ),
        ),
  },
]

function isRefused(exchange: LoginExchange, exchanges: readonly LoginExchange[]): boolean {
  const { kind, index, response } = exchange
  const status = response?.status ?? 0
  if (status < 400) return false
  // What an API says about photos is no matter of a login; what it says about a token has a rule that knows retries.
  if (kind === 'API call' || kind === 'user info') {
    return (
      (status === 401 || status === 403) && tokenChallenge(response) === undefined && !isMadeGood(exchange, exchanges)
    )
  }
  // Clients try several well-known addresses until one answers (RFC 8414 §3.1).
  const isTry = kind === 'discovery' || kind === 'resource metadata'
  return !(
    isTry && exchanges.some((other) => other.index !== index && other.kind === kind && other.response?.status === 200)
  )
}

function isMadeGood({ index, request }: LoginExchange, exchanges: readonly LoginExchange[]): boolean {
  return exchanges.some(
    (other) => other.index > index && other.request.url === request.url && (other.response?.status ?? 500) < 400,
  )
}
