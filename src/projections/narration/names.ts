/** What an actor is called in a sentence, and who it is. */
import type { Lane } from '../sequence/types.ts'

/** Names actors by their ids. */
export type NameOf = (actor: string) => string

/** Words of titles that are no proper names: they are written small in a sentence. */
const COMMON = new Set(
  'access account another app application attacker auth authenticator authorization backend balancer browser card client console desk developer device directory for frontend gateway helper hosted identity issuer job load login machine mail mobile native next of other page partner passkey person phishing phone portal program provider proxy reader resource reverse screen script sign-in second server service shop site store stranger support terminal thief token tool trusted upstream user victim wallet web worker'.split(
    ' ',
  ),
)

/** What a title ends with when it takes an article. */
const THINGS = new Set(
  'api app application attacker authenticator backend balancer browser client console desk device directory frontend gateway helper issuer job machine person phone portal program provider proxy reader screen script server service site store stranger terminal thief tool user victim wallet worker'.split(
    ' ',
  ),
)

const KINDS: Readonly<Record<Lane['kind'], string>> = {
  person: 'the person',
  browser: 'the browser',
  app: 'the app',
  server: 'the server',
  attacker: 'the attacker',
  device: 'the device',
}

/** Names after the titles: “the authorization server”, “Keycloak”; “the app”, “the API”, “the backend” where there is one. */
export function namesOf(lanes: readonly Lane[]): NameOf {
  const isOnly = (word: string) => lanes.filter(({ title }) => wordsOf(title).includes(word)).length === 1
  return (actor) => {
    const lane = lanes.find(({ id }) => id === actor)
    if (lane === undefined) return actor
    const last = lastWord(lane.title)
    if (last === 'app' && isOnly('app')) return 'the app'
    if (last === 'api' && isOnly('api')) return 'the API'
    return isOnly('backend') && wordsOf(lane.title).includes('backend') ? 'the backend' : inProse(lane)
  }
}

/** The shortest names, for sentences that would be too long: what kind of party it is. */
export function kindsOf(lanes: readonly Lane[]): NameOf {
  return (actor) => {
    const lane = lanes.find(({ id }) => id === actor)
    if (lane === undefined) return 'the other side'
    return lastWord(lane.title) === 'api' ? 'the API' : KINDS[lane.kind]
  }
}

/** Who an actor is, in one or two plain sentences. */
export function describeActor({ id, title, kind }: Lane): string {
  const words = `${title} ${id}`.toLowerCase()
  const is = (...parts: readonly string[]) => parts.some((part) => words.includes(part))
  switch (kind) {
    case 'person':
      return 'A person who takes part in the flow and acts at a screen of their own.'
    case 'browser':
      return 'The program in front of the person. It opens pages, follows redirects and keeps cookies for each site.'
    case 'attacker':
      return 'Somebody who wants in without being allowed to. What they hold, they have stolen or tricked out of others.'
    case 'device':
      if (is('passkey'))
        return 'A key on a device of the person. It signs for one site only, and never leaves the device.'
      if (is('phone-system')) return 'The person’s phone. It decides which programs run, and keeps what they share.'
      return is('phone')
        ? 'The person’s phone. With it they prove that it is really them who signs in.'
        : is('authenticator')
          ? 'It shows a new short code every half minute. The code proves that the person has this device.'
          : is('computer')
            ? 'The person’s computer. All programs that they run on it share its files.'
            : 'A device of the person. It takes part beside the browser.'
    case 'app':
      if (is('notification extension'))
        return 'A part of the app that the phone starts by itself when a notification comes. It is a process of its own.'
      return is('script', 'frontend', 'tab')
        ? 'The app’s code in the browser. Everybody can read it, so it can keep no secret of its own.'
        : is('worker')
          ? 'A part of the app that runs beside the page. Scripts of the page can send it messages, and reach nothing in it.'
          : is('portal')
            ? 'Where developers register their apps and services and get the credentials for them.'
            : 'The app that wants to act for the person. The protocol calls it the client.'
    default:
      return describeServer(is)
  }
}

function describeServer(is: (...parts: readonly string[]) => boolean): string {
  if (is('auth', 'upstream', 'identity', 'login', 'keycloak', 'okta', 'entra', 'cognito')) {
    return 'It knows the people and their passwords. It signs them in, asks what they allow, and gives tokens to apps.'
  }
  if (is('api', 'resource')) {
    return 'It holds the person’s data. Whoever shows it a valid access token gets what that token allows.'
  }
  if (is('backend', 'bff', 'web app')) {
    return 'The app’s part on a server. It can keep a secret, and it holds the tokens so that the browser need not.'
  }
  if (is('mail'))
    return 'It keeps the person’s mail. Before it shows a mail it may look at it, and at what the links in it lead to.'
  if (is('balancer'))
    return 'It stands in front of several instances of one app, and hands every request to one of them.'
  if (is('proxy'))
    return 'It stands in front of an app. Encrypted connections end here, and every request is handed on.'
  if (is('site', 'partner')) return 'A web site of somebody else. It has nothing to do with the sign-in.'
  return 'A program on a server. It talks to the others directly, without a browser in between.'
}

function inProse({ title, kind }: Lane): string {
  const words = title.split(/[\s\p{Cc}]+/u).filter((word) => word !== '')
  if (words.length === 0) return KINDS[kind]
  // “Service A” and “Keycloak” are names; “Authorization Server” says what it is.
  if (!THINGS.has(lastWord(title))) return words.join(' ')
  const prose = words.map((word) => (COMMON.has(word.toLowerCase()) ? word.toLowerCase() : word)).join(' ')
  return /^(?:another|the)\b/i.test(prose) ? prose : `the ${prose}`
}

function wordsOf(title: string): readonly string[] {
  return title.toLowerCase().split(/\s+/)
}

function lastWord(title: string): string {
  return wordsOf(title.trim()).at(-1) ?? ''
}
