/** What a person may change about this scenario. */
import { endpointPathFields, ISSUER } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  trust: {
    label: 'Whose jobs may deploy',
    group: 'Authorization server',
    help: 'What the registration compares with the claims of the platform’s token. RFC 7523 leaves it to the server.',
    isPolicy: true,
    type: 'choice',
    default: 'id',
    options: [
      { value: 'id', label: 'sub and repository_id' },
      { value: 'exact', label: 'sub, exactly' },
      { value: 'prefix', label: 'sub that begins with repo:acme' },
    ],
  },
  registered_form: {
    label: 'How sub is written in the registration',
    group: 'Authorization server',
    help: 'It is compared character by character, so it has to be as the platform writes it.',
    type: 'choice',
    default: 'names',
    options: [
      { value: 'names', label: 'With names: repo:acme/webshop:…' },
      { value: 'ids', label: 'With ids: repo:acme@815/webshop@4711:…' },
    ],
  },
  subject_form: {
    label: 'How the platform writes sub',
    group: 'Build platform',
    help: 'Each platform has a form of its own, and may change it: GitHub writes ids behind the names of new repositories since July 2026.',
    isPolicy: true,
    type: 'choice',
    default: 'names',
    options: [
      { value: 'names', label: 'With names: repo:acme/webshop:…' },
      { value: 'ids', label: 'With ids: repo:acme@815/webshop@4711:…' },
    ],
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  may_ask: {
    label: 'The job may ask for identity tokens',
    group: 'Job',
    help: 'Platforms give them to jobs that say so in their file: id-token: write in GitHub Actions, and never to one that a fork has sent. In no specification.',
    isPolicy: true,
    type: 'boolean',
    default: true,
  },
  audience: {
    label: 'Audience that the job asks for',
    group: 'Job',
    help: 'Whom the platform’s token is for. It must name the authorization server, by its issuer or its token endpoint; any other is refused (RFC 7523 §3).',
    type: 'text',
    default: ISSUER,
    maxLength: 200,
  },
  identity_token_lifetime: {
    label: 'Lifetime of the platform’s token',
    group: 'Lifetimes',
    help: 'How long a job can present it. Platforms choose a few minutes, an hour, or as long as the job may run.',
    type: 'number',
    default: 300,
    min: 1,
    max: 3600,
    unit: 'seconds',
  },
  ...actorNames({
    job: 'Deploy Job',
    ci: 'Build Platform',
    auth: 'Authorization Server',
    api: 'Deploy API',
    attacker: 'Another Job',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>
