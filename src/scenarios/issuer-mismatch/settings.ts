/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  configured: {
    label: 'How Service B is configured',
    group: 'Service B',
    help: 'Which issuer it expects, and where it finds that issuer’s keys. The issuer is compared character by character (OpenID Connect Discovery §4.3, RFC 9068 §4).',
    type: 'choice',
    default: 'public',
    options: [
      { value: 'public', label: 'https://auth.example' },
      { value: 'slash', label: 'https://auth.example/ with a slash at the end' },
      { value: 'internal', label: 'https://auth.internal.example, its name inside' },
      { value: 'split', label: 'https://auth.example, keys from the name inside' },
      { value: 'staging_keys', label: 'https://auth.example, keys of its staging server' },
      { value: 'unreachable', label: 'https://auth.internal-old.example, a name that is gone' },
      { value: 'common', label: 'https://login.example/common/v2.0, for all tenants' },
    ],
  },
  issuer_check: {
    label: 'How Service B compares the issuer',
    group: 'Service B',
    help: 'Servers with many tenants name the issuer with {tenantid} in it. That is a vendor’s habit, in no specification: Microsoft Entra has it (learn.microsoft.com, “Access tokens”).',
    isPolicy: true,
    type: 'choice',
    default: 'exact',
    options: [
      { value: 'exact', label: 'Exactly' },
      { value: 'tenants', label: 'Exactly, with {tenantid} filled in from a list' },
      { value: 'none', label: 'Not at all' },
    ],
  },
  audience: {
    label: 'Audience that Service B is told',
    group: 'Service B',
    help: 'Which API it is. Without that, libraries refuse a token that names one (PyJWT), or look at none (jose): a habit of each, in no specification.',
    isPolicy: true,
    type: 'choice',
    default: 'own',
    options: [
      { value: 'own', label: 'https://service-b.example' },
      { value: 'none', label: 'None' },
    ],
  },
  asked_tenant: {
    label: 'Tenant whose token endpoint Service A asks',
    group: 'Service A',
    help: 'Only where the server has tenants. Service A is registered at acme.',
    type: 'choice',
    default: 'acme',
    options: [
      { value: 'acme', label: 'acme' },
      { value: 'globex', label: 'globex' },
    ],
  },
  server_name: {
    label: 'What the server calls itself',
    group: 'Authorization server',
    help: 'A server may take its issuer from the name that it is asked at. No specification has that; Keycloak does it in development mode, or with hostname-strict=false (keycloak.org, “Configuring the hostname”).',
    isPolicy: true,
    type: 'choice',
    default: 'fixed',
    options: [
      { value: 'fixed', label: 'Always https://auth.example' },
      { value: 'by_host', label: 'As it is asked' },
    ],
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    'service-a': 'Service A',
    auth: 'Authorization Server',
    'service-b': 'Service B',
    attacker: 'Another Tenant',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>
