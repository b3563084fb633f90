/** The name of an issuer: inside and outside, with a slash and without, for one tenant and for all (RFC 9068 §4). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { accessTokenInProcess, clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'issuer-mismatch',
  title: 'The issuer is somebody else',
  summary:
    'A token says who issued it, and an API expects a name. In containers, behind slashes and with many tenants the two are easily not the same.',
  group: 'Services',
  specs: ['RFC 9068 §4', 'OpenID Connect Discovery §4.3', 'RFC 8414 §3.3'],
  asOf: '2026-11',
  version: 3,
  changes: [
    {
      version: 3,
      asOf: '2026-11',
      what: 'The metadata also say by which algorithms assertions are taken at revocation and introspection. All else is as it was.',
    },
    {
      version: 2,
      asOf: '2026-11',
      what: 'An issuer that is not there, keys of another server under the same name, another tenant, an audience that nobody configured.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Names inside and outside, a slash, placeholders for tenants, and the check switched off.',
    },
  ],
  status: 'current',
  settings,
  client: 'service-b',
  code: [
    { file: 'client.ts', title: 'How Service B validates', actor: 'service-b' },
    { file: 'caller.ts', title: 'How it is called', actor: 'service-a' },
    { file: 'tenants.ts', title: 'One address for all tenants', actor: 'auth' },
  ],
  regions: [
    { region: 'token-request', title: 'Token request', matches: [{ method: 'POST' }] },
    {
      region: 'api-call',
      title: 'API call',
      matches: [{ direction: 'request', host: 'service-b.example' }],
    },
    {
      region: 'token-check',
      title: 'Token check',
      matches: [{ direction: 'response', host: 'service-b.example' }],
    },
    {
      region: 'discovery',
      title: 'Discovery',
      matches: [
        { sender: 'service-b', path: '/.well-known/openid-configuration' },
        { sender: 'service-b', path: '/common/v2.0/.well-known/openid-configuration' },
      ],
    },
    {
      region: 'keys',
      title: 'Keys',
      matches: [
        { sender: 'service-b', path: '/jwks.json' },
        { sender: 'service-b', path: '/acme/v2.0/jwks.json' },
      ],
    },
  ],
  autofill: {},
  outcomes,
  storage: [clientSecret, accessTokenInProcess],
  world,
})
