/** What an answer that went well says to a newcomer. */
import { type HttpResponse, isOnDevice } from '../../http/index.ts'
import { jsonBody, redirectTarget } from '../message-fields.ts'
import { deliversTo, lootOf, thingOf } from './calls.ts'
import type { NameOf } from './names.ts'
import { pageOf, titleOf } from './pages.ts'
import { hasLifecycle, hasNote, hasPassed, type Told } from './record.ts'
import { narrateRedirect } from './redirects.ts'
import type { RequestKind } from './request-kind.ts'
import { narrateRows } from './rows.ts'
import { listed, sentence, type Words } from './words.ts'

/** What else is known to narrate an answer. */
interface AnswerContext {
  readonly name: NameOf
  isAttacker(actor: string): boolean
  /** The authorization server at an origin, if it is one: such a server can be a client of another. */
  serverAt(origin: string): string | undefined
}

/** What a proxy asks in the person’s name. */
const HANDED_ON: readonly RequestKind[] = ['password', 'second-factor', 'passkey']

/** Narrates the answer of an exchange of a kind. */
export function narrateAnswer(told: Told, response: HttpResponse, kind: RequestKind, context: AnswerContext): Words {
  const { name, serverAt } = context
  if (context.isAttacker(told.to) && HANDED_ON.includes(kind)) {
    return {
      sentence: `${name(told.to)} hands on what it was answered.`,
      why: 'All of it passes through, and what is worth something stays there: the cookie of the session.',
    }
  }
  const target = redirectTarget(told.request, response)
  if (target !== undefined) {
    return narrateRedirect(told, response, target, { kind, name, isAttacker: context.isAttacker, clientAt: serverAt })
  }
  return pageOf(response) === undefined
    ? narrateData(told, response, kind, context)
    : narratePage(told, response, kind, name)
}

function narratePage(told: Told, response: HttpResponse, kind: RequestKind, name: NameOf): Words {
  const server = name(told.to)
  switch (pageOf(response)) {
    case 'sign-in':
      if (kind === 'callback') {
        return {
          sentence: `${server} asks the person to sign in to the account that is there already.`,
          why: 'Whoever signed in elsewhere has the same email address. That alone does not make the account theirs.',
        }
      }
      return {
        sentence: `${server} shows its sign-in page.`,
        why: 'Nobody is signed in there yet. The address bar shows whose page it is before a password is typed.',
      }
    case 'second-factor':
      return {
        sentence: `${server} asks for a second proof.`,
        why: 'The password alone is not enough here. It wants a code or an answer from a device of the person.',
      }
    case 'consent':
      if (response.body.includes('class="user-code"')) {
        return {
          sentence: `${server} asks whether this is the person’s own device.`,
          why: 'It shows the code once more. Only somebody with the device in front of them can compare it.',
        }
      }
      return {
        sentence: `${server} asks what the app may do.`,
        why: 'The person decides. The page says which app asks and for what.',
      }
    case 'logout':
      return {
        sentence: `${server} asks whether to sign out.`,
        why: 'The request does not prove that it comes from the app, so the person is asked.',
      }
    default: {
      const title = titleOf(response)
      const isSignedOut = kind === 'logout' || kind === 'logout-answer'
      return {
        sentence:
          title === '' || title.length > 32
            ? `${server} answers with its page.`
            : `${server} shows its page “${title}”.`,
        why: isSignedOut
          ? 'This is where the sign-out ends.'
          : kind === 'callback' && isOnDevice(told.request.url)
            ? 'The program has what it listened for. The browser is done, and shows a page that says so.'
            : kind === 'callback' && hasPassed(told, 'state')
              ? 'Its server has read the answer. The address, with all that is in it, stays in the browser.'
              : kind === 'callback'
                ? 'The page’s own code reads the answer from the address and goes on from here.'
                : 'The page comes like any other. Its scripts, if it has any, start now.',
      }
    }
  }
}

function narrateData(told: Told, response: HttpResponse, kind: RequestKind, context: AnswerContext): Words {
  const { name } = context
  const [caller, server] = [name(told.from), name(told.to)]
  switch (kind) {
    case 'token':
      return narrateTokens(told, response, caller)
    case 'preflight':
      return {
        sentence: `${server} lets the page make the call.`,
        why: 'Its answer names the site and the method that it agrees to.',
      }
    case 'prefetch':
      return {
        sentence: `${server} does nothing yet: the link has not been pressed.`,
        why: 'The request says that it is made ahead. The answer must not be kept, so that a click asks again.',
      }
    case 'mail':
      return {
        sentence: `${server} has taken the mail.`,
        why: 'What happens to it before the person sees it, its sender does not learn.',
      }
    case 'introspection':
      return {
        sentence: `${server} confirms: the token is valid.`,
        why: 'It also says whose token it is and what it allows.',
      }
    case 'revocation':
      return {
        sentence: hasLifecycle(told, 'grant', 'revoked')
          ? `${server} has revoked the token and all that came with it.`
          : `${server} has revoked the token.`,
        why: 'Whoever asks this server from now on learns it. Whoever checks a signature alone does not.',
      }
    case 'keys':
      return {
        sentence: `${caller} gets the public keys.`,
        why: 'They are no secret: they can check a signature, and cannot make one.',
      }
    case 'discovery':
      return {
        sentence: `${server} tells where everything is.`,
        why: 'One document names all its addresses and what it supports.',
      }
    case 'resource-metadata':
      return {
        sentence: `${server} names the server that its tokens come from.`,
        why: 'It also says what it is called itself. A token will be for exactly that name.',
      }
    case 'client-document':
      return {
        sentence: `${server} tells its name and where answers may go.`,
        why: 'The name is free to choose. The address of the document and those of the answers are what counts.',
      }
    case 'revocation-list':
      return {
        sentence: `${caller} gets the list of revoked tokens.`,
        why: 'The list is as old as the last time it was fetched.',
      }
    case 'session-check':
      return jsonBody(response).signed_in === true
        ? { sentence: `${server} answers: yes, somebody is signed in.`, why: 'It knows by the session cookie.' }
        : { sentence: `${server} answers: nobody is signed in.`, why: 'There is no session cookie that it knows.' }
    case 'passkey-challenge':
      return {
        sentence: `${caller} gets a random value, and the domain whose passkey is meant.`,
        why: 'Before anything is signed, the browser compares that domain with the address of the page.',
      }
    case 'passkey':
      return {
        sentence: `${server} accepts the passkey and starts a session.`,
        why: 'It has checked which page asked, for which domain, that the value is new, and the signature.',
      }
    case 'logout-token':
      return hasLifecycle(told, 'app_session', 'ended')
        ? {
            sentence: `${server} ends its session, too.`,
            why: 'The browser keeps the cookie, but it leads nowhere any more.',
          }
        : {
            sentence: `${server} answers that nobody is signed in with that session.`,
            why: 'That counts as a success: what should have ended has ended already.',
          }
    case 'registration':
      return {
        sentence: `${caller} gets a client identifier and a secret.`,
        why: 'The secret is shown once. With it the new client proves who it is.',
      }
    case 'device-codes':
      return {
        sentence: `${caller} gets a code to show and one to keep.`,
        why: 'The short one is for the person. With the long one it asks whether they have decided.',
      }
    case 'phone-request':
      return {
        sentence: `${server} will ask the person.`,
        why: 'The answer is a number for this request. With it the tokens can be asked for until it expires.',
      }
    case 'ping':
      return {
        sentence: `${server} has been told.`,
        why: 'Now it can fetch the answer at once, without asking in vain.',
      }
    case 'pushed-request':
      return {
        sentence: `${server} keeps the request and gives a reference to it.`,
        why: 'The browser will carry the reference and nothing else.',
      }
    case 'rows':
      return narrateRows(told, response, server)
    case 'prompt':
      return { sentence: `${server} shows the prompt.`, why: 'Now the person has to look at it and answer.' }
    case 'prompt-answer':
      return {
        sentence: `${server} notes the answer.`,
        why: told.fields.has('request_answer')
          ? 'It belongs to the request with which an app waits elsewhere.'
          : 'It belongs to the sign-in that waits in the browser.',
      }
    case 'profile':
      return {
        sentence: `${server} tells what it knows of the person.`,
        why: 'What else it says is no more than its word: an address can be unverified, or somebody else’s later on.',
      }
    case 'api-call':
      if (!hasNote(told, (note) => note.type === 'check')) {
        return {
          sentence: `${server} ${deliversTo(told)}.`,
          why: 'It has not looked at the token itself, and has it now.',
        }
      }
      return {
        sentence: `${server} accepts the token and ${deliversTo(told)}.`,
        why: hasPassed(told, 'own_checks')
          ? 'Every check that it makes has passed. Which ones it makes, the settings say.'
          : hasPassed(told, 'dpop_binding')
            ? 'It has checked the token, and that the proof is fresh and signed with the key that the token names.'
            : 'It has checked who issued the token, for whom, until when, and what it allows.',
      }
    case 'key-call':
      return {
        sentence: `${server} accepts the key and ${deliversTo(told)}.`,
        why: 'It knows that somebody has the key, and not who.',
      }
    default:
      return narrateOther(told, context)
  }
}

function narrateTokens({ fields, notes }: Told, response: HttpResponse, caller: string): Words {
  const body = jsonBody(response)
  const isRefresh = fields.get('grant_type') === 'refresh_token'
  const kinds = [
    ['access_token', isRefresh ? 'a new access token' : 'an access token'],
    ['refresh_token', isRefresh ? 'a new refresh token' : 'a refresh token'],
    ['id_token', isRefresh ? 'a new ID token' : 'an ID token'],
  ].flatMap(([member = '', words = '']) => (member in body ? [words] : []))
  const changed = (change: string) =>
    notes.some(({ note }) => note.type === 'lifecycle' && note.artifact === 'refresh_token' && note.change === change)
  const renewed = changed('rotated')
    ? 'The old refresh token is used up: each one works once.'
    : 'refresh_token' in body
      ? 'Its refresh token had been used a moment before. The server lets that pass and hands out the newest one again.'
      : 'The refresh token stays the same and can be used again.'
  const first = sentence(
    'access_token' in body ? 'The access token opens the API.' : '',
    'refresh_token' in body ? 'The refresh token gets the next ones.' : '',
    'id_token' in body ? 'The ID token says who signed in.' : '',
  )
  return {
    sentence: `${caller} gets ${kinds.length === 0 ? 'its answer' : listed(kinds)}.`,
    why: (isRefresh ? renewed : first) || 'The answer names what was issued.',
  }
}

function narrateOther(told: Told, { name, isAttacker }: AnswerContext): Words {
  const [caller, server] = [name(told.from), name(told.to)]
  const loot = lootOf(told, isAttacker)
  if (loot !== undefined) {
    return {
      sentence: loot === 'nothing' ? `${server} has got nothing.` : `${server} has it now.`,
      why: 'What a script has sent away cannot be taken back.',
    }
  }
  if (hasLifecycle(told, 'app_session', 'issued')) {
    return {
      sentence: `${server} starts a session for ${caller}.`,
      why: 'From now on whoever sends its cookie is that person, as far as the server can tell.',
    }
  }
  const thing = thingOf(told.request.url)
  return {
    sentence:
      thing === '' || told.request.method !== 'GET'
        ? `${server} answers that it has worked.`
        : `${caller} gets ${thing} from ${server}.`,
    why: 'The answer goes back to whoever made the call.',
  }
}
