/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  mail: {
    label: 'What the mail brings',
    group: 'Authorization server',
    help: 'A GET must not use anything up: whoever looks at the mail makes one (RFC 9110 §9.2.1). How a server signs people in is its own affair.',
    isPolicy: true,
    type: 'choice',
    default: 'link',
    options: [
      { value: 'link', label: 'A link that signs in' },
      { value: 'button', label: 'A link to a page with a button' },
      { value: 'question', label: 'A link to a page that says who asked' },
      { value: 'code', label: 'A code to type where the sign-in began' },
    ],
  },
  opens_in: {
    label: 'In which browser the server takes the link',
    group: 'Authorization server',
    help: 'A cookie tells the browser that asked for the mail. In another one the link is refused, and stays good.',
    isPolicy: true,
    type: 'choice',
    default: 'any',
    options: [
      { value: 'any', label: 'In any' },
      { value: 'asking', label: 'In the one that asked for the mail' },
    ],
  },
  // clerk.com/docs/security/email-link-protection
  goes_on_in: {
    label: 'Where the sign-in goes on',
    group: 'Authorization server',
    help: 'Where a page waits for the link to be opened, the mail may be read on any device; Clerk works so unless told otherwise. No specification has it.',
    isPolicy: true,
    type: 'choice',
    default: 'opened',
    options: [
      { value: 'opened', label: 'In the browser that opens the link' },
      { value: 'waiting', label: 'In the browser that asked for the mail, and waits' },
    ],
  },
  // supabase.com/docs/guides/auth/auth-email-passwordless
  mail_lifetime: {
    label: 'How long the mail is good',
    group: 'Authorization server',
    help: 'An hour is what Supabase Auth begins with.',
    isPolicy: true,
    type: 'number',
    default: 3600,
    min: 10,
    max: 86_400,
    unit: 'seconds',
  },
  redeems_in: {
    label: 'In which browser the app takes an answer',
    group: 'App',
    help: 'In any means: no PKCE, no nonce, and state is sent but not checked. The link works on the phone then, and for whoever else has the mail (RFC 9700 §2.1, §2.1.1).',
    type: 'choice',
    default: 'asking',
    options: [
      { value: 'asking', label: 'In the one that began the sign-in' },
      { value: 'any', label: 'In whichever brings one' },
    ],
  },
  scanner: {
    label: 'What the mail provider does with links in a mail',
    group: 'Mail provider',
    help: 'Some open them before the person does, to look for malware (Microsoft calls it Safe Links). Some also press what can be pressed.',
    isPolicy: true,
    type: 'choice',
    default: 'nothing',
    options: [
      { value: 'nothing', label: 'Nothing' },
      { value: 'opens', label: 'It opens them' },
      { value: 'presses', label: 'It opens them and presses buttons' },
    ],
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Web App Backend',
    auth: 'Authorization Server',
    mail: 'Mail Provider',
    phone: 'Phone',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>
