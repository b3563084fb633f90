/** A rule for servers that tell the person about an error, and the app nothing. */
import { evidenceOf, isNamed } from '../evidence.ts'
import { redirectOf } from '../fields.ts'
import { holdsError } from '../reading/page-words.ts'
import { isAtServer, type LoginExchange, originOf } from '../recognition.ts'
import { atResponse, type Rule } from './rule.ts'

const LONGEST_QUOTE = 300

/** In the order in which a login comes to them. */
export const ERROR_PAGE_RULES: readonly Rule[] = [
  {
    id: 'error-page',
    title: 'The authorization server shows no error page',
    clause: 'policy',
    weight: 'breaks',
    fix: 'Read what the page says, and look it up in the server’s documentation. The app hears nothing of it: the status is one of success, and there is no redirect.',
    check: ({ exchanges }) => {
      const servers = new Set(exchanges.filter(({ kind }) => isAtServer(kind)).map(originOf))
      return exchanges
        .filter((exchange) => isShownPage(exchange) && servers.has(originOf(exchange)))
        .map((exchange) =>
          atResponse(
            exchange,
            (holdsError(exchange.page) || isNamed(exchange.page)) && {
              message: 'The server showed an error page.',
              description: exchange.page.replaceAll(/^error: /gm, '').slice(0, LONGEST_QUOTE),
              evidence: evidenceOf(exchange),
            },
          ),
        )
    },
  },
]

/** Pages with a status of their own have a rule that says more. */
function isShownPage(exchange: LoginExchange): boolean {
  const status = exchange.response?.status ?? 0
  return exchange.page !== '' && status < 400 && redirectOf(exchange) === undefined
}
