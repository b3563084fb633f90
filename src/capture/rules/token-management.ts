/** Rules for questions about a token, and for its end. */

import { evidenceOf } from '../evidence.ts'
import { answerOf } from '../fields.ts'
import { atResponse, type Rule, works } from './rule.ts'

/** In the order in which a login comes to them. */
export const TOKEN_MANAGEMENT_RULES: readonly Rule[] = [
  {
    id: 'introspection-allowed',
    title: 'The server answers questions about a token',
    clause: 'RFC 7662 §2.3',
    weight: 'breaks',
    fix: 'Let the resource server authenticate at the introspection endpoint with credentials of its own; the token that it asks about is none.',
    check: ({ exchanges }) =>
      exchanges
        .filter(({ kind, response }) => kind === 'introspection' && response !== undefined)
        .map((exchange) => {
          const status = exchange.response?.status ?? 0
          return atResponse(
            exchange,
            status >= 400 && {
              message: `The server answered ${status} to the question: whoever asks may not. It says nothing of the token.`,
              evidence: evidenceOf(exchange),
            },
          )
        }),
  },
  {
    id: 'token-active',
    title: 'The token that is asked about is active',
    clause: 'RFC 7662 §2.2',
    weight: 'breaks',
    fix: 'The token has expired, was revoked, or is of another server; an inactive one is never explained. Ask with a fresh one to tell.',
    check: ({ exchanges }) =>
      exchanges
        .filter((exchange) => exchange.kind === 'introspection' && typeof answerOf(exchange).active === 'boolean')
        .map((exchange) =>
          atResponse(
            exchange,
            answerOf(exchange).active === false && { message: 'The server says that it is not active.' },
          ),
        ),
  },
  {
    id: 'revocation-answer',
    title: 'A token can be revoked, also one that is not valid any more',
    clause: 'RFC 7009 §2.2',
    weight: 'breaks',
    fix: 'Let the client that the token was issued to ask, and authenticate as it does at the token endpoint.',
    see: works('logout', 'both-sessions'),
    check: ({ exchanges }) =>
      exchanges
        .filter(({ kind, response }) => kind === 'revocation' && response !== undefined)
        .map((exchange) => {
          const status = exchange.response?.status ?? 0
          return atResponse(
            exchange,
            status >= 400 && {
              message: `The server answered ${status}: the token may still work.`,
              evidence: evidenceOf(exchange),
            },
          )
        }),
  },
]
