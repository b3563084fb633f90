/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  documents: {
    label: 'Clients may describe themselves',
    group: 'Authorization server',
    help: 'The client_id is the address of a document, which the server fetches (Client ID Metadata Document §4).',
    type: 'boolean',
    default: true,
  },
  registration: {
    label: 'Who may register a client',
    group: 'Authorization server',
    help: 'RFC 7591 §3 leaves it to the server whether a request to register needs a token.',
    type: 'choice',
    default: 'closed',
    options: [
      { value: 'closed', label: 'Whoever has the initial access token' },
      { value: 'open', label: 'Everybody' },
    ],
  },
  pkce: {
    label: 'Supports PKCE',
    group: 'Authorization server',
    help: 'Where the metadata name no code challenge method, an MCP client must not go on. That S256 must be among them follows, since it uses nothing else.',
    type: 'boolean',
    default: true,
  },
  unoffered_scope: {
    label: 'A scope that it does not offer',
    group: 'Authorization server',
    help: 'RFC 6749 §3.3 lets a server refuse it, or ignore it and grant the rest.',
    type: 'choice',
    default: 'refused',
    options: [
      { value: 'refused', label: 'Is refused: invalid_scope' },
      { value: 'ignored', label: 'Is ignored' },
    ],
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  named_issuer: {
    label: 'Authorization server that it names',
    group: 'MCP server',
    help: 'Clients compare it with the issuer in that server’s metadata, character by character (RFC 8414 §3.3).',
    type: 'choice',
    default: 'https://auth.example',
    options: [
      { value: 'https://auth.example', label: 'https://auth.example' },
      { value: 'https://auth.example/', label: 'https://auth.example/' },
    ],
  },
  delete_scope: {
    label: 'Scope that deleting needs',
    group: 'MCP server',
    help: 'The authorization server offers notes:read and notes:write.',
    type: 'choice',
    default: 'notes:write',
    options: [
      { value: 'notes:write', label: 'notes:write' },
      { value: 'notes:admin', label: 'notes:admin, which nobody offers' },
    ],
  },
  identifies: {
    label: 'How the client makes itself known',
    group: 'Client',
    help: 'By its document where the server takes one, or by registering everywhere, as before there were documents.',
    type: 'choice',
    default: 'document',
    options: [
      { value: 'document', label: 'By its document' },
      { value: 'registration', label: 'By registering' },
    ],
  },
  resource: {
    label: 'What it sends as resource',
    group: 'Client',
    help: 'The identifier of the API (RFC 8707 §2), as its metadata have it (RFC 9728 §2). Two servers of one host are two resources.',
    type: 'choice',
    default: 'metadata',
    options: [
      { value: 'metadata', label: 'The resource of the metadata' },
      { value: 'origin', label: 'The origin of the server' },
    ],
  },
  step_up_scope: {
    label: 'What it asks for when it needs more',
    group: 'Client',
    help: 'A challenge names what this one call needs, not what the client has already.',
    type: 'choice',
    default: 'union',
    options: [
      { value: 'union', label: 'What it had, and what the challenge names' },
      { value: 'challenge', label: 'Only what the challenge names' },
    ],
  },
  retry_limit: {
    label: 'Authorizations for one call',
    group: 'Client',
    help: 'After so many it gives up. MCP Authorization says a few, and no number.',
    isPolicy: true,
    type: 'number',
    default: 2,
    min: 1,
    max: 5,
    unit: 'times',
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Assistant App',
    api: 'Notes Server',
    auth: 'Authorization Server',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'registration_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>
