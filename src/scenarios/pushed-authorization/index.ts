/** Pushed authorization requests: the request goes from server to server, and the browser carries a reference (RFC 9126). */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import {
  BACKEND_AUTHORIZATION_REQUEST,
  BACKEND_AUTHORIZATION_RESPONSE,
  BACKEND_SESSION,
} from '../../scenario-kit/regions.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'pushed-authorization',
  title: 'Pushed authorization requests (PAR)',
  summary: 'The backend hands its request over before it sends the browser: nobody there can read or change it.',
  group: 'Sign in',
  specs: ['RFC 9126', 'RFC 9101', 'RFC 6749 §4.1'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Pushed, signed and plain requests; a reference that expires during the sign-in, is used twice, or is another client’s.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The routes of the backend', actor: 'app' },
    { file: 'request-pushed.ts', title: 'Pushed', actor: 'app', runsWhen: { request: 'pushed' } },
    {
      file: 'request-signed.ts',
      title: 'Signed',
      actor: 'app',
      runsWhen: { request: 'signed' },
      insteadOf: 'request-pushed.ts',
    },
    {
      file: 'request-plain.ts',
      title: 'Plain',
      actor: 'app',
      runsWhen: { request: 'plain' },
      insteadOf: 'request-pushed.ts',
    },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'Response, tokens and client secret',
      actor: 'app',
    },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-web-app',
  regions: [
    BACKEND_AUTHORIZATION_REQUEST,
    {
      region: 'hand-over',
      title: 'Handing the request over',
      matches: [{ purpose: 'backchannel', method: 'POST', path: '/par' }],
    },
    BACKEND_AUTHORIZATION_RESPONSE,
    {
      region: 'code-exchange',
      title: 'Token request',
      matches: [{ purpose: 'backchannel', method: 'POST', path: '/token' }],
    },
    BACKEND_SESSION,
    { region: 'home', title: 'Home page', matches: [{ purpose: 'navigation', host: 'app.example', path: '/' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, accessTokenInSession],
  world,
})
