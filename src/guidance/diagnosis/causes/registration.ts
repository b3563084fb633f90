/** What is registered or set up differently at the two ends: platforms, kinds of client, addresses, APIs. */
import type { Cause } from '../contract.ts'

/** The most frequent one first. */
export const registrationCauses: readonly Cause[] = [
  {
    id: 'redirect-uri-on-wrong-platform',
    title: 'The redirect URI is of another kind than the platform of this client takes: web, single-page or native',
    codes: [],
    messages: ['cross-origin token redemption'],
    tellApart:
      'The URI itself is right, character by character. It stands in the list of another kind of app, or the server no longer takes its kind: out-of-band, plain http, a name in place of 127.0.0.1.',
    fix: 'Move the redirect URI to the platform that the code runs on: for a page that calls the token endpoint itself, Single-page application. A command line app takes a loopback address (RFC 8252 §7.3).',
    runs: [{ scenario: 'single-page-setup', outcome: 'registered-as-web', says: 'used none' }],
    evidence: [],
  },
  {
    id: 'challenge-missing',
    title: 'The server wants PKCE, and the request has no code challenge',
    codes: [],
    messages: [
      'pkce is required',
      'code challenge is required',
      'code_challenge is required',
      'code challenge required',
      'missing code_challenge',
      'proof key for code exchange is required',
    ],
    tellApart: 'The authorization request has no code_challenge at all, so nothing was compared yet.',
    fix: 'Turn PKCE on in the client’s library: code_challenge and code_challenge_method=S256 in the authorization request, code_verifier in the token request (RFC 7636 §4.3).',
    runs: [{ scenario: 'web-app-setup', outcome: 'no-challenge', says: 'A code_challenge is required' }],
    evidence: [],
  },
  {
    id: 'client-unknown',
    title: 'The server does not know this client: another tenant, another environment, a deleted registration',
    codes: ['invalid_client', 'unauthorized_client'],
    operations: ['authorization'],
    messages: [
      'client not found',
      'unknown client',
      'invalid client id',
      'client_id is invalid',
      'no client with requested id',
    ],
    tellApart:
      'Compare client_id with the registration, and the issuer with the tenant or realm that it is registered in.',
    fix: 'Use the client_id and the issuer of one and the same environment.',
    traits: { elsewhere: 'works' },
    runs: [{ scenario: 'web-app-setup', outcome: 'client-unknown', says: 'The client is unknown' }],
    evidence: [],
  },
  {
    id: 'consent-screen-in-testing',
    title: 'The app’s consent screen is in testing, so its refresh tokens end after seven days',
    codes: [],
    messages: [
      'expire every 7 days',
      'expires every 7 days',
      'expiring after 7 days',
      'token has been expired or revoked',
    ],
    tellApart:
      'It happens seven days after each consent, to the hour. A person who took access away, or a changed password, has other intervals.',
    fix: 'Publish the app (status In production). Until then, sign in again every week.',
    runs: [{ scenario: 'token-lifecycle', outcome: 'refresh-token-expired', says: 'The refresh token expired' }],
    evidence: [],
  },
  {
    id: 'relying-party-id-differs',
    title: 'The passkey’s relying party ID is not the page’s domain or a parent of it',
    codes: [],
    messages: [
      'relying party id is not a registrable domain suffix',
      'rp id is not a registrable domain suffix',
      'this is an invalid domain',
      'the rp id is invalid for this domain',
    ],
    tellApart:
      'Compare rp.id with location.hostname: it is the host itself or a registrable parent, without scheme and port. An IP address never fits.',
    fix: 'Set rp.id to the page’s domain or its parent; for several domains publish /.well-known/webauthn at the relying party (related origins, WebAuthn Level 3).',
    runs: [
      {
        scenario: 'passkey-and-proxy',
        outcome: 'passkey-refuses',
        says: 'This page is not of the domain that the passkey is for',
      },
    ],
    evidence: ['asbiin/laravel-webauthn#490', 'MasterKale/SimpleWebAuthn#284'],
  },
  {
    id: 'resource-and-scope-disagree',
    title: 'The scopes asked for belong to several APIs, or to another one than the resource named',
    codes: ['invalid_target', 'invalid_resource'],
    messages: ['scopes requested are not compatible', 'is not compatible with the scopes requested'],
    tellApart: 'Sort the scopes by the API that they are of: one request is for one API at most servers.',
    fix: 'Ask for the scopes of one API at a time; name that API once, as resource or as a prefix of the scopes, never both.',
    runs: [{ scenario: 'client-credentials', outcome: 'two-apis', says: 'is not compatible with the resource' }],
    evidence: [],
  },
  {
    id: 'registration-closed',
    title: 'The server does not let clients register, or only those who have an initial access token',
    codes: [],
    messages: [
      'initial access token',
      'dynamic client registration is disabled',
      'registration is not supported',
      'client registration is not enabled',
    ],
    tellApart: 'POST to the registration endpoint is refused, whatever is asked for.',
    fix: 'Register the client by hand and give it its client_id, or give it an initial access token (RFC 7591 §3).',
    runs: [{ scenario: 'mcp-authorization', outcome: 'registration-refused' }],
    evidence: [],
  },
  {
    id: 'origin-not-registered',
    title: 'The page’s domain is not among those that the app may sign in from',
    codes: [],
    messages: ['domain is not authorized', 'origin_mismatch'],
    tellApart: 'It works at another host, localhost for one; the sign-in’s window closes at once or never opens.',
    fix: 'Add the page’s host to the list of domains or origins at the provider, without scheme, port and path where it wants hosts.',
    runs: [],
    outside:
      'The provider’s own script or page refuses the page’s host before a sign-in begins; no specification has that list.',
    evidence: [],
  },
]
