/** What a person may change about this scenario. */
import type { SettingField } from '../contract.ts'

/** The settings, in the order of the form. */
export const settings = [
  {
    id: 'access_token_lifetime',
    label: 'Access token lifetime',
    group: 'Lifetimes',
    help: 'How long the API accepts a token before the app must refresh it.',
    type: 'number',
    default: 300,
    min: 1,
    max: 86_400,
    unit: 'seconds',
  },
  {
    id: 'refresh_token_lifetime',
    label: 'Refresh token lifetime',
    group: 'Lifetimes',
    help: 'After this the person has to sign in again. A rotated token does not outlive the first one.',
    type: 'number',
    default: 86_400,
    min: 1,
    max: 31_536_000,
    unit: 'seconds',
  },
  {
    id: 'code_lifetime',
    label: 'Authorization code lifetime',
    group: 'Lifetimes',
    help: 'How long the app has to exchange the code. RFC 6749 recommends ten minutes at most.',
    type: 'number',
    default: 60,
    min: 1,
    max: 600,
    unit: 'seconds',
  },
  {
    id: 'rotation',
    label: 'Rotate refresh tokens',
    group: 'Authorization server',
    help: 'Each use of a refresh token brings a new one, so that a stolen copy is noticed (RFC 9700 §4.14.2).',
    type: 'boolean',
    default: true,
  },
  {
    id: 'pkce',
    label: 'PKCE at the server',
    group: 'Authorization server',
    help: 'Required is what RFC 9700 §2.1.1 asks for public clients. A server without PKCE ignores the challenge, and a stolen code works.',
    type: 'choice',
    default: 'required',
    options: [
      { value: 'required', label: 'Required' },
      { value: 'optional', label: 'Checked when sent' },
      { value: 'unsupported', label: 'Not supported' },
    ],
  },
  {
    id: 'token_format',
    label: 'Access token format',
    group: 'Authorization server',
    help: 'A JWT is validated by the API itself; an opaque token makes it ask the server each time (RFC 7662).',
    type: 'choice',
    default: 'jwt',
    options: [
      { value: 'jwt', label: 'JWT (RFC 9068)' },
      { value: 'opaque', label: 'Opaque, introspected' },
    ],
  },
  {
    id: 'scope',
    label: 'Scopes the app asks for',
    group: 'Client',
    help: 'Separated by spaces. Leave out offline_access and there is no refresh token; leave out photos:read and the API answers 403.',
    type: 'text',
    default: 'openid profile offline_access photos:read',
    maxLength: 200,
  },
  {
    id: 'redirect_uri',
    label: 'Redirect URI the app sends',
    group: 'Client',
    help: 'https://app.example/callback is registered; the comparison is character by character.',
    type: 'text',
    default: 'https://app.example/callback',
    maxLength: 200,
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    api: 'Resource API',
  }),
] as const satisfies readonly SettingField[]

/** One text setting per actor: what its lane is called. */
function actorNames<Id extends string>(names: Record<Id, string>): SettingField[] {
  return Object.entries<string>(names).map(([id, name]) => ({
    id: `name_${id}`,
    label: `Name of “${name}”`,
    group: 'Names',
    type: 'text',
    default: name,
    maxLength: 30,
  }))
}
