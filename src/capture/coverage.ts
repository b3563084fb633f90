/** What a recording shows of a login, and what it does not: nothing is called in order that was not seen. */
import type { Login } from './login.ts'
import { protocolsOf } from './other-protocols.ts'
import type { ExchangeKind, LoginExchange } from './recognition.ts'
import { isFollowed } from './rules/preflight.ts'

/** How much can be said. */
export interface Coverage {
  /** The protocols of a sign-in that is not OAuth, by name; no rule here is about them. */
  readonly protocols: readonly string[]
  /** The kinds of exchange that were recorded, in the order in which they came. */
  readonly seen: readonly ExchangeKind[]
  /** What was not recorded, a sentence each, and what that means. */
  readonly unseen: readonly string[]
}

/** Looks at a login; `isRequestsOnly`: in a file without any answers. */
export function coverageOf(login: Login, isRequestsOnly: boolean): Coverage {
  const { exchanges } = login
  const kinds = new Set(exchanges.map(({ kind }) => kind))
  const protocols = protocolsOf(kinds)
  const isOAuth = login.requests.length + login.responses.length + login.tokenRequests.length > 0
  return {
    protocols,
    seen: [...kinds].filter((kind) => kind !== 'page'),
    unseen: [
      ...(isRequestsOnly ? ['No answer was recorded: the file holds requests alone.'] : []),
      ...preflightsAlone(exchanges),
      ...(isOAuth || protocols.length === 0 ? unseenOf(login, kinds) : []),
    ],
  }
}

function unseenOf({ requests, responses, tokenRequests, idTokens }: Login, kinds: ReadonlySet<ExchangeKind>): string[] {
  const codes = responses.filter(({ parameters }) => parameters.has('code'))
  const isRedeemed = tokenRequests.some(({ parameters }) => parameters.get('grant_type') === 'authorization_code')
  const isByCode = codes.length > 0 || isRedeemed
  const isAny = kinds.size > 0
  return [
    ...(isAny && requests.length === 0 && isByCode
      ? [
          'No authorization request was recorded: the recording began after it. State, nonce and PKCE could not be compared.',
        ]
      : []),
    ...(requests.length > 0 && responses.length === 0
      ? ['No authorization response was recorded: the sign-in was not finished, or the recording ended before.']
      : []),
    ...(codes.length > 0 && !isRedeemed
      ? [
          'No token request was recorded: the backend made it, or the recording ended before. Whether the code was accepted is not known.',
        ]
      : []),
    ...(isRedeemed && idTokens.length === 0
      ? ['No ID token was recorded, so who signed in could not be checked.']
      : []),
    ...(requests.length > 0 && !kinds.has('discovery')
      ? ['No metadata of the server were recorded, so its issuer could not be compared.']
      : []),
    ...(isAny && !kinds.has('API call') && !kinds.has('user info')
      ? ['No call with a token was recorded: the backend made it, or the recorder left the credentials out.']
      : []),
  ]
}

function preflightsAlone(exchanges: readonly LoginExchange[]): string[] {
  const isAlone = exchanges.some((exchange) => exchange.kind === 'preflight' && !isFollowed(exchange, exchanges))
  return isAlone
    ? [
        'Of some requests only the preflight was recorded: the browser did not send them, or the recorder left them out. Nothing can be said of their answers.',
      ]
    : []
}
