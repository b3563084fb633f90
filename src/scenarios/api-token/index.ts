/** API token: credentials, a bearer token that expires, a refresh without a sign-in, and what else a call can carry. */
import { defineScenario } from '../contract.ts'
import { settings } from './settings.ts'
import { solutions } from './solutions.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'api-token',
  title: 'API token with expiry and refresh',
  summary: 'A client gets a token, calls an API that validates it, renews it when it expires, and tries again once.',
  group: 'API tokens',
  specs: ['RFC 6749 §4.1.3', 'RFC 6749 §6', 'RFC 6750', 'RFC 7009', 'RFC 7662', 'RFC 9068', 'RFC 8705 (drawn)'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Token request, bearer call and refresh; validation locally, by introspection and by a revocation list; API key and mutual TLS beside it.',
    },
  ],
  status: 'current',
  settings,
  client: 'client',
  regions: [
    {
      region: 'token-request',
      title: 'Token request',
      matches: ['authorization_code', 'client_credentials'].map((grant_type) => ({
        method: 'POST',
        path: '/token',
        parameters: { grant_type },
      })),
    },
    { region: 'api-call', title: 'API call', matches: [{ host: 'api.example' }] },
    {
      region: 'refresh',
      title: 'Refresh',
      matches: ['/token', '/token/refresh'].map((path) => ({
        method: 'POST',
        path,
        parameters: { grant_type: 'refresh_token' },
      })),
    },
    { region: 'revocation', title: 'Revocation', matches: [{ method: 'POST', path: '/revoke' }] },
  ],
  autofill: {},
  solutions,
  storage: [
    {
      artifact: 'access_token',
      platform: 'Server',
      place: 'Memory of the process, or the session that it belongs to',
      readableBy: 'The process',
      advice: 'Never in a URL or a log. Forget it when the API answers 401.',
    },
    {
      artifact: 'refresh_token',
      platform: 'Server',
      place: 'Encrypted in the database, next to the person it belongs to',
      readableBy: 'The process, and whoever has both the database and the key',
      advice: 'Store the new one before the old one is forgotten: with rotation a lost answer loses the session.',
    },
    {
      artifact: 'refresh_token',
      platform: 'Desktop',
      place: 'Keychain (macOS), Credential Manager (Windows), Secret Service (Linux)',
      readableBy: 'Programs of the same account, after the keychain’s question where it asks',
      advice: 'Not in a file in the home directory: backups and other programs read it.',
    },
    {
      artifact: 'api_key',
      platform: 'Server',
      place: 'At the client in a secret manager; at the API only its hash',
      readableBy: 'The process',
      advice:
        'Shown once when it is made. One key for each client, with an end date, and two valid at a time for replacing it.',
    },
  ],
  world,
})
