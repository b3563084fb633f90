/** API token: credentials, a bearer token that expires, a refresh without a sign-in, and what else a call can carry. */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { API_CALL } from '../../scenario-kit/regions.ts'
import { refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import {
  accessTokenInProcess,
  apiKeyOfOneCaller,
  refreshTokenInDatabase,
} from '../../scenario-kit/storage-advice/server.ts'
import { flowchart } from './flowchart.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'api-token',
  title: 'API token with expiry and refresh',
  summary: 'A client gets a token, calls an API that validates it, renews it when it expires, and retries once.',
  group: 'API tokens',
  specs: [
    'RFC 6749 §4.1.3',
    'RFC 6749 §6',
    'RFC 6750',
    'RFC 7009',
    'RFC 7662',
    'RFC 9068',
    'RFC 9700 §2.4',
    'RFC 9440 (drawn)',
  ],
  asOf: '2026-11',
  version: 3,
  changes: [
    {
      version: 3,
      asOf: '2026-11',
      what: 'A person’s password sent to the token endpoint, which does not take it; more roles than a token names.',
    },
    {
      version: 2,
      asOf: '2026-11',
      what: 'Opaque tokens, read as JWTs and introspected; a token in another header, and a key in its place.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Token request, bearer call and refresh with their flowchart; validation locally, by introspection and by a revocation list; API key and mutual TLS besides.',
    },
  ],
  status: 'current',
  settings,
  client: 'client',
  regions: [
    {
      region: 'token-request',
      title: 'Token request',
      matches: ['authorization_code', 'client_credentials', 'password'].map((grant_type) => ({
        method: 'POST',
        path: '/token',
        parameters: { grant_type },
      })),
    },
    API_CALL,
    {
      region: 'refresh',
      title: 'Refresh',
      // Whatever path it goes to: that is a setting.
      matches: [{ method: 'POST', parameters: { grant_type: 'refresh_token' } }],
    },
    { region: 'revocation', title: 'Revocation', matches: [{ method: 'POST', path: '/revoke' }] },
  ],
  autofill: {},
  outcomes,
  flowchart,
  storage: [...refreshTokenOnDevices, accessTokenInProcess, refreshTokenInDatabase, apiKeyOfOneCaller],
  world,
})
