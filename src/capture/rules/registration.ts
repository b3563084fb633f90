/** Rules for clients that register themselves. */
import { answerText } from '../fields.ts'
import type { LoginExchange } from '../recognition.ts'
import { atResponse, type Rule } from './rule.ts'

const FIXES: Readonly<Record<string, string>> = {
  invalid_redirect_uri:
    'Register only redirect URIs that this server allows: https, or the loopback interface for a native app.',
  invalid_client_metadata:
    'Change the member of the registration that the description names; the server supports another value.',
  invalid_software_statement: 'Send a software statement that is signed and not expired.',
  unapproved_software_statement: 'Ask the operator of the server to approve the software statement.',
}
const TOKEN_NEEDED =
  'This server registers clients only with an initial access token (RFC 7591 §3). Ask its operator for one, allow open registration there, or register the client by hand and give the app its client_id.'

/** In the order in which a login comes to them. */
export const REGISTRATION_RULES: readonly Rule[] = [
  {
    id: 'registration-granted',
    title: 'The server registers the client',
    clause: 'RFC 7591 §3.2.2',
    weight: 'breaks',
    fix: 'Read the error and its description: the metadata that were sent have to change, or the server registers nobody by itself.',
    check: ({ exchanges }) =>
      exchanges
        .filter(({ kind, response }) => kind === 'registration' && response !== undefined)
        .map((exchange) => {
          const error = answerText(exchange, 'error')
          const description = answerText(exchange, 'error_description')
          const status = exchange.response?.status ?? 0
          const fix = FIXES[error ?? ''] ?? (needsToken(exchange, error) ? TOKEN_NEEDED : undefined)
          return atResponse(
            exchange,
            (status >= 400 || error !== undefined) && {
              message: `The server answered ${status} to the registration: the client has no client_id, and nothing after this can work.`,
              ...(error !== undefined && { sent: { name: 'error', value: error } }),
              ...(description !== undefined && { description }),
              ...(fix !== undefined && { fix }),
            },
          )
        }),
  },
]

/** Codes of RFC 6750 §3.1 and what servers say instead of them. */
function needsToken({ response }: LoginExchange, error: string | undefined): boolean {
  const isRefused = response?.status === 401 || response?.status === 403
  return isRefused || ['access_denied', 'invalid_token', 'unauthorized', 'unauthorized_client'].includes(error ?? '')
}
