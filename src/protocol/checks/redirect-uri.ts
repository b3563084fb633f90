/** Redirect URIs: compared character by character, so that a code goes where the client's owner said and nowhere else. */

import type { Environment } from '../environment.ts'
import type { Client } from '../state/config.ts'
import type { Policy } from '../state/policy.ts'
import { accept, refuse } from '../verdict.ts'

/**
 * Checks an authorization request's `redirect_uri` and returns it. What it throws must become a page: there is no trusted
 * place to redirect to (RFC 6749 §4.1.2.1).
 */
export function checkRedirectUri(
  sent: string | undefined,
  client: Client,
  environment: Environment,
  matching: Policy['redirectUriMatching'] = 'exact',
): string {
  const rule = { rule: 'redirect_uri', clause: 'RFC 9700 §2.1' }
  if (sent === undefined) {
    // With one URI registered OAuth lets it go missing; OpenID Connect Core §3.1.2.1 never does, and this server does as it says.
    const clause = client.redirect_uris.length === 1 ? 'policy' : 'RFC 6749 §3.1.2.3'
    throw refuse(
      { rule: 'redirect_uri', clause },
      {
        code: 'invalid_request',
        message: 'The redirect_uri is missing.',
        expected: client.redirect_uris.join(' '),
        fix: 'Send one of the registered redirect URIs.',
      },
      environment,
    )
  }
  if (!isRegisteredRedirectUri(sent, client, matching)) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: 'The redirect_uri is not one of those that the client registered; they are compared exactly.',
        sent,
        expected: closest(sent, client.redirect_uris),
        fix: 'Send it exactly as registered, or register it: scheme, port, path, trailing slash, case and query all count.',
      },
      environment,
    )
  }
  if (matching === 'prefix') acceptPrefix(sent, client, environment)
  else accept(rule, 'The redirect_uri is registered, character by character.', environment)
  return sent
}

/** Whether a redirect URI is one of the client's. */
export function isRegisteredRedirectUri(
  sent: string | undefined,
  client: Client,
  matching: Policy['redirectUriMatching'],
): boolean {
  if (sent === undefined) return false
  return client.redirect_uris.some((registered) =>
    matching === 'prefix' ? sent.startsWith(registered) : matches(sent, registered, client),
  )
}

function acceptPrefix(sent: string, client: Client, environment: Environment): void {
  const registered = closest(sent, client.redirect_uris)
  environment.note({
    type: 'check',
    rule: 'redirect_uri',
    clause: 'policy',
    passed: true,
    message: 'The redirect_uri begins like a registered one, and the policy asks for no more.',
    sent,
    ...(registered !== undefined && { expected: registered }),
  })
}

/** Exact comparison; the port of a native app's loopback address is free (RFC 8252 §7.3). */
function matches(sent: string, registered: string, client: Client): boolean {
  if (sent === registered) return true
  return client.application_type === 'native' && isLoopback(registered) && withoutPort(sent) === withoutPort(registered)
}

const loopback = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::\d{1,5})?(?=[/?]|$)/

/** Whether a URI is a loopback IP literal over http. `localhost` is a name and may resolve elsewhere (RFC 8252 §8.3). */
function isLoopback(uri: string): boolean {
  return loopback.test(uri)
}

function withoutPort(uri: string): string {
  return uri.replace(loopback, '$1')
}

/** The registered URI that shares the longest beginning with what was sent: the one to compare with. */
function closest(sent: string, registered: readonly string[]): string | undefined {
  const shared = (uri: string) => [...uri].findIndex((character, index) => character !== sent[index])
  const score = (uri: string) => (shared(uri) < 0 ? uri.length : shared(uri))
  return registered.toSorted((a, b) => score(b) - score(a))[0]
}

/** Checks that a token request repeats the redirect URI that the code is bound to. `invalid_grant` (RFC 6749 §4.1.3). */
export function checkSameRedirectUri(
  sent: string,
  { bound, client, matching }: { bound: string; client: Client; matching: Policy['redirectUriMatching'] },
  environment: Environment,
): void {
  const rule = { rule: 'redirect_uri', clause: 'RFC 6749 §4.1.3' }
  if (matching === 'prefix' && isRegisteredRedirectUri(sent, client, matching)) {
    acceptPrefix(sent, client, environment)
    return
  }
  if (sent !== bound) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: 'The redirect_uri is not the one of the authorization request that the code was issued for.',
        sent,
        expected: bound,
        fix: 'Repeat the redirect_uri of the authorization request, character by character.',
      },
      environment,
    )
  }
  accept(rule, 'The redirect_uri is the one of the authorization request.', environment)
}

/** Whether a `post_logout_redirect_uri` is registered, exactly (OpenID Connect RP-Initiated Logout §3). Notes the verdict. */
export function acceptsPostLogoutRedirectUri(sent: string, client: Client, environment: Environment): boolean {
  const rule = { rule: 'post_logout_redirect_uri', clause: 'OpenID Connect RP-Initiated Logout §3' }
  if (client.post_logout_redirect_uris.includes(sent)) {
    accept(rule, 'The post_logout_redirect_uri is registered, character by character.', environment)
    return true
  }
  refuse(
    rule,
    {
      code: 'invalid_request',
      message: 'The post_logout_redirect_uri is not one of those that the client registered; nobody is redirected.',
      sent,
      expected: closest(sent, client.post_logout_redirect_uris),
      fix: 'Register it in post_logout_redirect_uris, or send it exactly as registered.',
    },
    environment,
  )
  return false
}
