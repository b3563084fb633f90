/** What a person may change about this scenario. */
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { APP_SESSION_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  methods: {
    label: 'How Photo Prints signs people in',
    group: 'App',
    help: 'A passkey is worth as much as the weakest way in that the app has beside it. No specification says which ways it may have.',
    isPolicy: true,
    type: 'choice',
    default: 'both',
    options: [
      { value: 'password', label: 'Password and one-time code' },
      { value: 'both', label: 'Passkey, or password and code' },
      { value: 'passkey', label: 'Passkey only' },
    ],
  },
  checks_origin: {
    label: 'Check which page has asked for the passkey',
    group: 'App',
    help: 'WebAuthn Level 3 §7.2: the origin that the browser writes into the signed data must be one that the app expects.',
    type: 'boolean',
    default: true,
  },
  proxy: {
    label: 'What the phishing proxy does',
    group: 'Attacker',
    help: 'It hands the app’s pages on. It can also put its own domain into them, or show a sign-in page without a passkey.',
    type: 'choice',
    default: 'relays',
    options: [
      { value: 'relays', label: 'Hands everything on' },
      { value: 'rewrites', label: 'Puts its own domain in' },
      { value: 'downgrades', label: 'Asks for the password' },
    ],
  },
  session_lifetime: APP_SESSION_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Photo Prints',
    page: 'Sign-in Script',
    proxy: 'Phishing Proxy',
    authenticator: 'Authenticator',
    passkey: 'Passkey Device',
  }),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>
