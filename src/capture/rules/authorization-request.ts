/** Rules for what an app asks the authorization server. */
import { evidenceOf } from '../evidence.ts'
import { redirectOf } from '../fields.ts'
import { otherKind } from '../other-protocols.ts'
import type { LoginExchange } from '../recognition.ts'
import { atRequest, atResponse, fails, type Rule, works } from './rule.ts'

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/** In the order in which a login comes to them. */
export const AUTHORIZATION_REQUEST_RULES: readonly Rule[] = [
  {
    id: 'tls',
    title: 'Every message of the login goes over TLS',
    clause: 'RFC 6749 §3.1',
    weight: 'breaks',
    fix: 'Use https for the endpoints and for the redirect URI. Plain http is for the loopback interface alone (RFC 8252 §8.3).',
    see: works('authorization-code-pkce', 'happy'),
    check: ({ exchanges }) =>
      exchanges.filter(isOAuth).map((exchange) => {
        const { protocol, hostname } = new URL(exchange.request.url)
        return atRequest(
          exchange,
          protocol === 'http:' && !LOOPBACK.test(hostname) && { message: 'It was sent over plain http.' },
        )
      }),
  },
  {
    id: 'response-type',
    title: 'The app asks for a code, not for tokens in the address',
    clause: 'RFC 9700 §2.1.2',
    weight: 'weakens',
    fix: 'Ask for response_type=code with PKCE. The address then holds only a code that works once, with its verifier.',
    see: fails('implicit', 'history'),
    check: ({ requests }) =>
      requests.map(({ exchange, parameters }) => {
        const type = parameters.get('response_type') ?? 'code'
        const isImplicit = type.split(' ').includes('token')
        return atRequest(
          exchange,
          isImplicit && {
            message: 'The app asks for an access token in the redirect (implicit grant).',
            sent: { name: 'response_type', value: type },
            expected: { name: 'response_type', value: 'code' },
          },
        )
      }),
  },
  {
    id: 'openid-scope',
    title: 'A sign-in asks for the scope openid',
    clause: 'OpenID Connect Core §3.1.2.1',
    weight: 'weakens',
    fix: 'Add openid to scope; without it the request is plain OAuth and brings no ID token.',
    see: works('authorization-code-pkce', 'happy'),
    check: ({ requests }) =>
      requests
        .filter(
          ({ parameters }) => parameters.has('nonce') || /\bid_token\b/.test(parameters.get('response_type') ?? ''),
        )
        .map(({ exchange, parameters }) => {
          const scope = parameters.get('scope') ?? ''
          return atRequest(
            exchange,
            !scope.split(' ').includes('openid') && {
              message: 'A nonce or an ID token is asked for, but the scope openid is not.',
              sent: { name: 'scope', value: scope },
              expected: { name: 'scope', value: `openid ${scope}`.trim() },
            },
          )
        }),
  },
  {
    id: 'pkce-challenge',
    title: 'A request for a code has a PKCE challenge',
    clause: 'RFC 9700 §2.1.1',
    weight: 'weakens',
    fix: 'Send code_challenge with code_challenge_method=S256, and the verifier with the token request.',
    see: fails('authorization-code-pkce', 'pkce-mismatch'),
    check: ({ requests }) =>
      requests
        .filter(({ parameters }) => /\bcode\b/.test(parameters.get('response_type') ?? ''))
        .map(({ exchange, parameters }) =>
          atRequest(
            exchange,
            !parameters.has('code_challenge') && {
              message: 'There is no code_challenge: whoever gets hold of the code can try to redeem it.',
            },
          ),
        ),
  },
  {
    id: 'pkce-method',
    title: 'The PKCE challenge is a hash (S256)',
    clause: 'RFC 7636 §4.2',
    weight: 'weakens',
    fix: 'Send the SHA-256 of the verifier and code_challenge_method=S256. Without a method, plain is assumed.',
    see: fails('authorization-code-pkce', 'pkce-mismatch'),
    check: ({ requests }) =>
      requests
        .filter(({ parameters }) => parameters.has('code_challenge'))
        .map(({ exchange, parameters }) => {
          const method = parameters.get('code_challenge_method') ?? 'plain'
          return atRequest(
            exchange,
            method !== 'S256' && {
              message: 'The challenge is the verifier itself: whoever sees the address has both.',
              sent: { name: 'code_challenge_method', value: method },
              expected: { name: 'code_challenge_method', value: 'S256' },
            },
          )
        }),
  },
  {
    id: 'state-sent',
    title: 'The request is bound to the browser, by state, PKCE or nonce',
    clause: 'RFC 9700 §2.1',
    weight: 'breaks',
    fix: 'Use PKCE, or send a fresh random state and compare it at the callback.',
    see: fails('authorization-code-pkce', 'state-mismatch'),
    check: ({ requests }) =>
      requests.map(({ exchange, parameters }) =>
        atRequest(
          exchange,
          !['state', 'code_challenge', 'nonce'].some((name) => parameters.has(name)) && {
            message:
              'Neither state nor code_challenge nor nonce: the app cannot tell its own sign-in from a forged one.',
          },
        ),
      ),
  },
  {
    id: 'authorization-refused',
    title: 'The authorization server accepts the request',
    clause: 'RFC 6749 §3.1.2.4',
    weight: 'breaks',
    fix: 'Register the redirect URI exactly as it is sent, character by character, and check the client_id.',
    see: fails('authorization-code-pkce', 'redirect-uri-mismatch'),
    check: ({ requests }) =>
      requests
        .filter(({ exchange }) => exchange.response !== undefined && redirectOf(exchange) === undefined)
        .map(({ exchange, parameters }) => {
          const status = exchange.response?.status ?? 0
          const uri = parameters.get('redirect_uri')
          return atResponse(
            exchange,
            status >= 400 && {
              message: `The server answered ${status} on a page of its own and did not redirect: it does not know the redirect URI or the client.`,
              ...(uri !== undefined && { sent: { name: 'redirect_uri', value: uri } }),
              evidence: evidenceOf(exchange),
            },
          )
        }),
  },
]

function isOAuth(exchange: LoginExchange): boolean {
  return otherKind(exchange) === undefined
}
