/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  request: {
    label: 'How the request gets there',
    group: 'App',
    help: 'Pushed: the backend sends it, and the browser carries a reference (RFC 9126). Signed: the browser carries it as a JWT (RFC 9101). Plain: as parameters of an address.',
    type: 'choice',
    default: 'pushed',
    options: [
      { value: 'pushed', label: 'Pushed beforehand' },
      { value: 'signed', label: 'Signed, in the address' },
      { value: 'plain', label: 'Plain, in the address' },
    ],
  },
  browser_client: {
    label: 'Client that the browser is sent with',
    group: 'App',
    help: 'A request_uri is good only for the client that pushed (RFC 9126 §2.2).',
    type: 'choice',
    default: 'own',
    options: [
      { value: 'own', label: 'The one that pushed' },
      { value: 'other', label: 'Another one, of the test system' },
    ],
  },
  requires: {
    label: 'The app is registered to',
    group: 'Authorization server',
    help: 'Only then is a plain request refused, and leaving the push or the signature out gains nothing (RFC 9126 §6, RFC 9101 §10.5).',
    type: 'choice',
    default: 'pushed',
    options: [
      { value: 'pushed', label: 'Push every request' },
      { value: 'signed', label: 'Sign every request' },
      { value: 'nothing', label: 'Send requests as it likes' },
    ],
  },
  request_uri_lifetime: {
    label: 'Lifetime of a request_uri',
    group: 'Lifetimes',
    help: 'RFC 9126 §2.2 leaves it to the server and has 5 to 600 seconds as an example: long enough for the browser to arrive; the shorter, the less time for a thief.',
    type: 'number',
    default: 60,
    min: 5,
    max: 600,
    unit: 'seconds',
  },
  covers: {
    label: 'What the lifetime must cover',
    group: 'Authorization server',
    help: 'RFC 9126 §4 has an expired request_uri refused, and says nothing of pages that follow. Some servers look the request up again after each page, so that it must outlive the whole sign-in.',
    isPolicy: true,
    type: 'choice',
    default: 'arrival',
    options: [
      { value: 'arrival', label: 'The arrival of the browser' },
      { value: 'sign_in', label: 'The whole sign-in' },
    ],
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Web App Backend',
    auth: 'Authorization Server',
    authenticator: 'Authenticator',
  }),
  ...endpointPathFields('authorization_endpoint', 'pushed_authorization_request_endpoint', 'token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>
