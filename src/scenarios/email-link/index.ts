/** Signing in by mail: the link belongs to one browser and works once, and neither can be seen in the mail (RFC 7636 §4.5, RFC 9110 §9.2.1). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA, ADA_EMAIL } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'email-link',
  title: 'Sign in by a link in a mail',
  summary:
    'No password: the server mails a link. It fails on the phone, and where somebody’s scanner opens it first. A code to type does not.',
  group: 'Sign in',
  specs: ['RFC 7636 §4.5', 'RFC 6749 §4.1', 'RFC 9700 §2.1.1', 'RFC 9110 §9.2.1', 'RFC 8176'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'A page that waits for the link and goes on; an attacker who begins and lets Ada open the link; one browser alone, and a page that says who asked.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A link, a link with a button, or a code; read in the same browser or on a phone; a scanner that opens links or presses buttons; a mail that is forwarded.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The routes of the app', actor: 'app' },
    { file: 'mail-sign-in.ts', title: 'The server signs in by mail', actor: 'auth' },
    { file: 'outbox.ts', title: 'What was mailed works once', actor: 'auth' },
    { file: 'attacker.ts', title: 'Whoever is after Ada’s account', actor: 'attacker' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'Signing in with a client secret',
      actor: 'app',
    },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  regions: [
    {
      region: 'authorization-request',
      title: 'The app begins a sign-in',
      matches: [
        { host: 'app.example', path: '/' },
        { host: 'app.example', path: '/login' },
        { purpose: 'navigation', method: 'GET', host: 'auth.example', path: '/authorize' },
      ],
    },
    {
      region: 'mail',
      title: 'The server sends a mail',
      matches: [
        { host: 'auth.example', path: '/email/start' },
        { sender: 'auth', host: 'mail.example' },
      ],
    },
    {
      region: 'link',
      title: 'Somebody opens the link',
      matches: [
        { host: 'auth.example', path: '/email/link' },
        { host: 'auth.example', path: '/email/wait' },
      ],
    },
    { region: 'code', title: 'Or a code is typed', matches: [{ host: 'auth.example', path: '/email/code' }] },
    {
      region: 'authorization-response',
      title: 'Back at the app',
      matches: [{ host: 'app.example', path: '/callback' }],
    },
    { region: 'code-exchange', title: 'Tokens', matches: [{ purpose: 'backchannel', path: '/token' }] },
  ],
  autofill: { ...ADA, email: ADA_EMAIL },
  outcomes,
  storage: [appSessionCookie, serverSessionCookie],
  world,
})
