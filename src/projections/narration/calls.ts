/** What a call to an API, between servers or of a page says to a newcomer. */
import { header } from '../../http/index.ts'
import type { NameOf } from './names.ts'
import { pageOf } from './pages.ts'
import { hasPassed, type Told } from './record.ts'
import type { RequestKind } from './request-kind.ts'
import { narrateStatement } from './rows.ts'
import type { Words } from './words.ts'

/** What else is known to narrate a request. */
export interface RequestContext {
  readonly name: NameOf
  /** False when the token that it carries was issued to somebody else. */
  readonly isOwn: boolean
  isAttacker(actor: string): boolean
}

/** Narrates a request that is not about getting tokens. */
export function narrateCall(told: Told, kind: RequestKind, context: RequestContext): Words {
  const { name, isOwn } = context
  const [from, to] = [name(told.from), name(told.to)]
  switch (kind) {
    case 'handed-on':
      return {
        sentence: `${from} hands the request on to ${to}.`,
        why: 'It is a request of its own: what the other side sees of the connection ends here, not at the browser.',
      }
    case 'prefetch':
      return {
        sentence: `${from} fetches a link to ${to} ahead: nobody has pressed it.`,
        why: 'The page’s framework has it do so, to be quick when the click comes. To the server it is a request like any other, save for one header.',
      }
    case 'mail':
      return {
        sentence: `${from} sends the person a mail.`,
        why: 'What is in it works once. Whoever brings it back can read the mailbox, and that is all it proves.',
      }
    case 'mailed-link':
      return narrateMailedLink(told, from, to)
    case 'introspection':
      return {
        sentence: `${from} asks ${to} whether the token is still valid.`,
        why: 'The server that issued the token knows whether it was revoked. The token itself cannot tell.',
      }
    case 'revocation':
      return {
        sentence: `${from} asks ${to} to revoke a token.`,
        why: 'A revoked token is worthless, whoever has a copy.',
      }
    case 'keys':
      return {
        sentence: `${from} fetches the public keys of ${to}.`,
        why: 'With them it can check by itself who signed a token. It keeps them for later.',
      }
    case 'discovery':
      return {
        sentence: `${from} asks ${to} what it offers, and where.`,
        why: 'The server describes itself, so that nobody has to type addresses into a configuration.',
      }
    case 'resource-metadata':
      return {
        sentence: `${from} asks ${to} whose tokens it takes.`,
        why: 'It has never been there. The server itself says where a token for it can be had.',
      }
    case 'client-document':
      return {
        sentence: `${from} fetches what ${to} says of itself.`,
        why: 'The app is known by the address of a document. Nobody had to register it beforehand.',
      }
    case 'revocation-list':
      return {
        sentence: `${from} fetches the list of revoked tokens.`,
        why: 'A signature cannot tell that a token was revoked. A list that is fetched from time to time can.',
      }
    case 'session-check':
      return {
        sentence: `${from} asks ${to} whether somebody is signed in.`,
        why: 'The page holds no token. It has to ask; the session cookie goes with the question.',
      }
    case 'rows':
      return narrateStatement(told, from)
    case 'prompt':
      return {
        sentence: `${from} sends a prompt to ${to}.`,
        why: promptReason(told),
      }
    case 'prompt-answer':
      return {
        sentence: `${from} sends the person’s answer to ${to}.`,
        why: 'It is signed with a key that never leaves the device.',
      }
    case 'profile':
      return {
        sentence: `${from} asks ${to} what it knows of the person.`,
        why: 'The ID token says who signed in. Name and email address are told here, to whoever has the access token.',
      }
    case 'api-call':
      return header(told.request, 'dpop') === undefined
        ? {
            sentence: `${from} ${asksFor(told, to)}, with ${isOwn ? 'its' : 'an'} access token.`,
            why: 'The token is the key: whoever sends it gets what it allows. No password is sent.',
          }
        : {
            sentence: `${from} ${asksFor(told, to)}, with ${isOwn ? 'its' : 'an'} access token and a proof.`,
            why: 'The token alone is not enough: the proof is signed with the key that it is bound to, for this one request.',
          }
    case 'key-call':
      return {
        sentence: `${from} ${asksFor(told, to)}, with an API key.`,
        why: 'The key is the same for everybody and forever. It does not say who calls.',
      }
    case 'next-page':
      return narrateNextPage(told, from, to)
    case 'page':
      return narratePageRequest(told, from, to)
    default:
      return narrateOther(told, context)
  }
}

function narrateMailedLink({ request, fields }: Told, from: string, to: string): Words {
  if (fields.has('mail_code')) {
    return {
      sentence: `${from} sends ${to} the code that was mailed.`,
      why: 'It is typed where the sign-in began, wherever the mail was read.',
    }
  }
  return request.method === 'GET'
    ? {
        sentence: `${from} opens the link in the mail, at ${to}.`,
        why: 'Whoever looks at the mail can do that, also a program that looks for malware. To the server one click is like another.',
      }
    : {
        sentence: `${from} presses the button on the page of ${to}.`,
        why: 'To open the page used nothing up. Only this does.',
      }
}

function narrateNextPage({ answer }: Told, from: string, to: string): Words {
  const why = 'A redirect is an answer that tells the browser where to go next.'
  switch (answer && pageOf(answer)) {
    case 'consent':
      return { sentence: `${from} opens the page that asks for permission.`, why }
    case 'second-factor':
      return { sentence: `${from} opens the page that asks for a second proof.`, why }
    default:
      return { sentence: `${from} follows the redirect to ${to}.`, why }
  }
}

function narratePageRequest({ request, fields }: Told, from: string, to: string): Words {
  if ([...fields.values()].some((value) => URL.canParse(value) && new URL(value).searchParams.has('code'))) {
    return {
      sentence: `${from} sends ${to} an address that was pasted, with a code in it.`,
      why: 'The code was meant for a program on the person’s computer. Whoever has the address has it.',
    }
  }
  if (request.method !== 'GET') {
    return {
      sentence: `${from} sends a form to ${to}.`,
      why: 'The browser adds the cookies of that site, whichever page the form was on.',
    }
  }
  const referer = header(request, 'referer')
  const page = referer === undefined ? undefined : new URL(referer)
  if (page?.searchParams.has('code') && page.origin !== new URL(request.url).origin) {
    return {
      sentence: `${from} opens a page of ${to}, and says where it comes from.`,
      why: 'The address of the page before has a code in it. The app has told the browser to pass all of it on.',
    }
  }
  const isApp = to === 'the app' && new URL(request.url).pathname === '/'
  return {
    sentence: isApp ? `${from} opens ${to}.` : `${from} opens a page of ${to}.`,
    why: 'A page is loaded like any other, with the cookies of its site.',
  }
}

/** What a prompt on a phone is for: a second factor, or a question for an app that is elsewhere. */
function promptReason({ fields }: Told): string {
  if (!fields.has('request_id')) {
    return 'The person has to agree on a second device. Whoever has only the password does not get in.'
  }
  return fields.has('binding_message')
    ? 'The phone shows the message that came along, to be compared with the other screen.'
    : 'The phone can say which app asks, and has nothing to compare it with.'
}

/** What a script sends away, by name. */
const LOOT = ['access_token', 'refresh_token', 'id_token', 'code', 'cookie', 'data']

/** Whether a request carries off what a script found: `nothing` when it found none. */
export function lootOf(
  { fields, request, from, to }: Told,
  isAttacker: (actor: string) => boolean,
): 'something' | 'nothing' | undefined {
  const loot = LOOT.filter((field) => fields.has(field))
  if (request.method !== 'POST' || (!isAttacker(to) && (from !== to || loot.length === 0))) return undefined
  return loot.every((field) => fields.get(field) === '') ? 'nothing' : 'something'
}

function narrateOther(told: Told, { name, isAttacker }: RequestContext): Words {
  const [from, to] = [name(told.from), name(told.to)]
  const loot = lootOf(told, isAttacker)
  if (loot !== undefined) {
    return {
      sentence:
        loot === 'nothing'
          ? `A script of the page sends ${to} what it found: nothing.`
          : `A script of the page sends ${to} what it could get hold of.`,
      why: 'A script in a page can send whatever it can read to any site.',
    }
  }
  const call = `${from} ${asksFor(told, to)}`
  const hasCookie = header(told.request, 'cookie') !== undefined
  if (told.purpose !== 'backchannel') {
    return {
      sentence: `${call}.`,
      why: hasCookie
        ? 'The browser adds the session cookie. A script cannot read it and need not.'
        : 'No session cookie goes with it.',
    }
  }
  if (hasCookie) {
    return { sentence: `${call}, with a session cookie.`, why: 'Whoever sends the cookie is taken for the person.' }
  }
  return hasPassed(told, 'client_certificate')
    ? {
        sentence: `${call}, with its certificate.`,
        why: 'The certificate was shown when the connection was made. Its private key never leaves the caller.',
      }
    : { sentence: `${call}, with no proof of who it is.`, why: 'The call carries nothing that says who makes it.' }
}

/** “asks the API for photos”: the thing is the last segment of the path, when that is a word. */
function asksFor({ request, fields }: Told, to: string): string {
  const tool = fields.has('jsonrpc') ? header(request, 'mcp-name') : undefined
  if (tool !== undefined) return `calls the tool “${tool}” of ${to}`
  const thing = thingOf(request.url)
  switch (request.method) {
    case 'GET':
      return thing === '' ? `calls ${to}` : `asks ${to} for ${thing}`
    case 'DELETE':
      return thing === '' ? `asks ${to} to delete something` : `asks ${to} to delete ${thing}`
    default:
      return thing === '' ? `sends something to ${to}` : `sends ${to} a new entry for ${thing}`
  }
}

/** What a server does that accepts a call. */
export function deliversTo({ request }: Told): string {
  const thing = thingOf(request.url)
  if (request.method === 'DELETE') return `deletes ${thing || 'it'}`
  if (request.method !== 'GET') return 'does what was asked'
  return thing === '' ? 'answers' : `sends ${thing}`
}

/** What a path is about, as a word: `/api/photos` is “photos”, `/v1/audit-log` “the audit log”. */
export function thingOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(last)) return ''
  const words = last.replaceAll('-', ' ')
  return words.endsWith('s') || words === 'people' ? words : `the ${words}`
}
