/** Workload federation: a job without a secret shows what its platform says about it (RFC 7523 §2.1). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { accessTokenInProcess } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'workload-federation',
  title: 'Workload federation: no secret at all',
  summary:
    'A CI job shows the authorization server a token of its platform and gets an access token. It keeps no secret.',
  group: 'Services',
  specs: ['RFC 7523 §2.1', 'RFC 7523 §3', 'RFC 9068', 'RFC 6750'],
  asOf: '2026-11',
  version: 3,
  changes: [
    {
      version: 3,
      asOf: '2026-11',
      what: 'A platform that writes its subjects in another form, and a registration that has the old one.',
    },
    {
      version: 2,
      asOf: '2026-11',
      what: 'A job that may not ask its platform for a token.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'The platform’s token as a grant; trust by prefix, by exact subject and by id; a recycled name; audience and expiry.',
    },
  ],
  status: 'current',
  settings,
  client: 'job',
  regions: [
    { region: 'identity-token', title: 'Identity token', matches: [{ path: '/identity-token' }] },
    {
      region: 'assertion',
      title: 'Assertion',
      matches: [
        {
          method: 'POST',
          path: '/token',
          parameters: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' },
        },
      ],
    },
    { region: 'release', title: 'Release', matches: [{ host: 'deploy.example' }] },
  ],
  autofill: {},
  outcomes,
  storage: [accessTokenInProcess],
  world,
})
