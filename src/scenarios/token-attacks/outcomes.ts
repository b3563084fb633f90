/** The ways through the flow: the honest call, one way in for each check that is missing, and all of them closed. */
import type { MessagePattern, Outcome, ScriptLine } from '../../scenario-kit/contract.ts'
import { countAnswers, failedCheck, passedCheck } from '../../scenario-kit/goals.ts'
import type { Settings, Trace } from '../../simulation/index.ts'
import type { WAYS } from './attacker.ts'

const play: ScriptLine = { type: 'play' }
const act = (action: string): ScriptLine[] => [{ type: 'act', action }, play]

const PHOTOS: MessagePattern = { host: 'api.example', path: '/photos' }
const FOR_ATTACKER: MessagePattern = { ...PHOTOS, sender: 'attacker' }

/** True when the API has answered the attacker with Ada’s photos. */
function hasPhotos(trace: Trace): boolean {
  return countAnswers(trace, FOR_ATTACKER, 200) > 0
}

const ALL = ['unsigned', 'confused', 'ownKey', 'otherApi', 'idToken', 'namedLikeAPerson', 'header'] as const

function way(
  id: keyof typeof WAYS,
  {
    title,
    summary,
    settings,
    remedy = 'all-closed',
    trouble,
  }: Pick<Outcome, 'title' | 'summary'> & {
    settings: Settings
    remedy?: string
    trouble: NonNullable<Outcome['trouble']>
  },
): Outcome {
  return {
    id,
    title,
    summary,
    result: 'failure',
    settings,
    script: act(id),
    goal: { description: 'The API gives the attacker Ada’s photos.', reached: hasPhotos },
    remedy,
    trouble,
  }
}

/** The outcomes; the first one is what the page offers to watch. */
export const outcomes: readonly [Outcome, ...Outcome[]] = [
  {
    id: 'happy',
    title: 'A token for this API',
    summary: 'The app calls with the token that it got when Ada signed in. Every check holds, and the photos come.',
    result: 'success',
    script: act('call-api'),
    goal: {
      description: 'Every check has passed, and the app has the photos.',
      reached: (trace) =>
        passedCheck(trace, 'own_checks') && countAnswers(trace, { ...PHOTOS, sender: 'app' }, 200) === 1,
    },
  },
  way('unsigned', {
    title: 'A token without a signature',
    summary: 'The header of the token says alg none. An API that does as the token says has nothing to check.',
    settings: { fixes_algorithm: false },
    trouble: {
      code: 'alg: none is accepted',
      cause: 'The library takes the algorithm from the token, and “none” is one.',
      remedy: 'Name the algorithms that you accept when you verify (RFC 8725 §3.1).',
    },
  }),
  way('confused', {
    title: 'Signed with the public key',
    summary:
      'The header says HS256, which needs a shared secret. The API hands its only key to the check, and that key is public.',
    settings: { fixes_algorithm: false },
    trouble: {
      code: 'Key confusion: HS256 with an RSA public key',
      cause: 'One function checks signatures of both kinds, with whatever key it is given.',
      remedy: 'Name the algorithms that you accept, and give each key its own (RFC 8725 §3.1).',
    },
  }),
  way('ownKey', {
    title: 'The token brings its key',
    summary: 'The header says where the key can be fetched. The API looks there, and the signature is right.',
    settings: { fixes_keys: false },
    trouble: {
      code: 'jku is followed',
      cause: 'The address of the keys comes from the token that they are to check.',
      remedy:
        'Take keys from the jwks_uri of the issuer that you trust. Treat jku, jwk, x5u and kid as claims of a stranger.',
    },
  }),
  way('keyInToken', {
    title: 'The key stands in the token',
    summary:
      'The header has a public key in it, called like the issuer’s. The API takes that one, and the signature fits.',
    settings: { fixes_keys: false },
    remedy: 'keys-of-the-issuer',
    trouble: {
      code: 'jwk in the header is accepted',
      cause: 'The library takes the key from the header where it has one. It is the key of whoever signed.',
      remedy: 'Have the library look up kid among the keys of the issuer, and ignore jwk (RFC 8725 §3.10).',
    },
  }),
  way('keyFile', {
    title: 'The name of the key is a path',
    summary:
      'The API looks for a file called like the key. ../ leads out of its folder, to a file that the attacker can read as well.',
    settings: { fixes_algorithm: false, fixes_keys: false },
    remedy: 'keys-of-the-issuer',
    trouble: {
      code: 'kid with ../ in it',
      cause:
        'kid is text that somebody else wrote, and the API makes a path of it. What lies there becomes an HMAC secret.',
      remedy: 'Compare kid with the names of the issuer’s keys. Never make a path or a query of it (RFC 8725 §3.10).',
    },
  }),
  way('otherApi', {
    title: 'Meant for another API',
    summary: 'Ada’s token for the attacker’s shop is a real one, of the same server. It says that it is for the shop.',
    settings: { checks_audience: false },
    trouble: {
      code: 'A token with another aud is accepted',
      cause: 'Signature and issuer are right. For whom the token is, nobody asks.',
      remedy: 'Compare aud with the name of your own API (RFC 9068 §4).',
    },
  }),
  way('idToken', {
    title: 'An ID token as an access token',
    summary:
      'Ada has signed in to the attacker’s shop, which got an ID token that way. It has her name and the right signature.',
    settings: { checks_type: false, checks_audience: false },
    trouble: {
      code: 'An id_token opens the API',
      cause: 'It is a JWT of the same issuer about the same person. The audience, if it were checked, is the app’s.',
      remedy: 'Check that typ is at+jwt, and the audience (RFC 9068 §4).',
    },
  }),
  way('namedLikeAPerson', {
    title: 'An app called like a person',
    summary: 'The attacker’s app has an identifier that is the server’s number for Ada. In its own token, sub is that.',
    settings: { checks_person: false },
    trouble: {
      code: 'sub of a client taken for a user’s',
      cause:
        'In a token of the client credentials grant sub is the client, and the server lets clients choose their names.',
      remedy:
        'Have the server choose client identifiers. Until then tell the two kinds of tokens apart (RFC 9700 §4.15).',
    },
  }),
  way('header', {
    title: 'Whoever says so is Ada',
    summary:
      'A proxy in front of the API says in a header whom it has signed in. It lets the same header in from outside.',
    settings: { strips_headers: false },
    trouble: {
      code: 'X-Authenticated-User from outside',
      cause: 'The proxy sets the header, and does not remove what came under its name.',
      remedy: 'Remove every such header from what comes in, before anything is set (RFC 9700 §4.13).',
    },
  }),
  {
    id: 'keys-of-the-issuer',
    title: 'The issuer’s keys, whatever the token says',
    summary:
      'The same two tokens. The API looks for kid among the keys of the issuer: one signature is not made with it, and one name is unknown.',
    result: 'success',
    settings: { fixes_algorithm: false },
    script: [...act('keyInToken'), ...act('keyFile')],
    goal: {
      description: 'The API refuses both tokens.',
      reached: (trace) => failedCheck(trace, 'signature') && failedCheck(trace, 'signing_key') && !hasPhotos(trace),
    },
  },
  {
    id: 'all-closed',
    title: 'One way in after another, all closed',
    summary:
      'After the app’s own call the attacker tries one after the other. Each meets the check that is made for it.',
    result: 'success',
    script: [...act('call-api'), ...ALL.flatMap(act)],
    goal: {
      description: 'The API refuses every call of the attacker’s and answers none.',
      reached: (trace) => countAnswers(trace, FOR_ATTACKER, 401) === ALL.length && !hasPhotos(trace),
    },
  },
]
