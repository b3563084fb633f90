/** What an answer says to a newcomer that sends the browser on. */
import type { HttpResponse } from '../../http/index.ts'
import type { NameOf } from './names.ts'
import { hasLifecycle, hasPassed, type Told, targetFields } from './record.ts'
import type { RequestKind } from './request-kind.ts'
import { sentence, type Words } from './words.ts'

/** Narrates an answer that sends the browser on; `clientAt` is the authorization server at an origin, where it is the client of another. */
export function narrateRedirect(
  told: Told,
  response: HttpResponse,
  target: URL,
  {
    kind,
    name,
    isAttacker,
    clientAt,
  }: {
    readonly kind: RequestKind
    readonly name: NameOf
    isAttacker(actor: string): boolean
    readonly clientAt: (origin: string) => string | undefined
  },
): Words {
  const server = name(told.to)
  const fields = targetFields(response)
  if (fields.has('access_token')) {
    return {
      sentence: `${server} sends the browser back with the tokens in the address.`,
      why: 'This is the old way (implicit flow). Nobody has to prove anything to use what stands in the address.',
    }
  }
  const lure = isAttacker(told.to) && kind !== 'authorization' ? narrateLure(server, fields) : undefined
  if (lure !== undefined) return lure
  if (fields.has('code') && fields.has('state')) {
    const client = clientAt(target.origin)
    return {
      sentence: `${server} sends the browser back to ${client === undefined ? 'the app' : name(client)} with a code.`,
      why:
        keepsForm(told, response) ??
        sentence(
          hasPassed(told, 'account') ? accountFound(told) : hasPassed(told, 'consent') ? '' : signedInAlready(told),
          'The code stands for what the person allowed. It is short-lived, works once, and is no token yet.',
        ),
    }
  }
  if (kind === 'authorization' && fields.has('response_type')) {
    return {
      sentence: `${server} sends the browser on to another server, to sign in there.`,
      why: 'It was asked itself, and asks somebody else. What it asks there, and in whose name, is up to it.',
    }
  }
  if (fields.has('response_type') && told.purpose === 'fetch') {
    return {
      sentence: `${server} sends the call on to the sign-in page.`,
      why: 'That suits a page load. The browser follows for a script as well, and to a script a page for people is of no use.',
    }
  }
  if (fields.has('response_type') || fields.has('request_uri')) {
    return {
      sentence: `${server} sends the browser away to sign in.`,
      why: 'The app shows no password field. It leaves the sign-in to the server that knows the person.',
    }
  }
  const place = target.origin === new URL(told.request.url).origin ? 'to the next page' : 'to another site'
  return (
    narrateTurn(told, kind, server) ?? {
      sentence: `${server} sends the browser on ${place}.`,
      why: 'A redirect is an answer that tells the browser where to go next. What stands behind a # in the address goes along.',
    }
  )
}

/** What a status means that keeps the method (RFC 9110 §15.4). */
function keepsForm({ request }: Told, { status }: HttpResponse): string | undefined {
  if (request.method !== 'POST' || status < 307) return undefined
  return 'The status says: go on in the same way. The browser will send the form that was just filled in once more.'
}

/** Where an attacker’s page sends a browser. */
function narrateLure(server: string, fields: { has(name: string): boolean }): Words | undefined {
  if (fields.has('code')) {
    return {
      sentence: `${server} sends the browser to the app, with a code.`,
      why: 'Nobody in this browser has asked for that code. It stands for an account of whoever wrote the link.',
    }
  }
  if (fields.has('response_type')) {
    return {
      sentence: `${server} sends the browser to the real sign-in page.`,
      why: 'Nothing about that page is false. Who asks there, and where the answer goes, is up to whoever wrote the link.',
    }
  }
  return undefined
}

/** What a server has decided that leaves the sign-in to another one. */
function accountFound(told: Told): string {
  return hasLifecycle(told, 'account_link', 'issued')
    ? 'It has linked an account here to whoever signed in elsewhere.'
    : 'It knows which account here belongs to whoever signed in elsewhere.'
}

function signedInAlready(told: Told): string {
  if (hasPassed(told, 'email_link')) return 'What was mailed has come back, so it is used up.'
  return told.fields.has('password') || told.fields.has('method') ? '' : 'The person is signed in there already.'
}

/** What a step of a sign-in or a sign-out comes to when it is answered with a redirect. */
function narrateTurn(told: Told, kind: RequestKind, server: string): Words | undefined {
  const next = { why: 'The browser is told where to go next, and a cookie remembers how far this sign-in has come.' }
  if (kind === 'password') return { sentence: `${server} accepts the password and sends the browser on.`, ...next }
  if (kind === 'second-factor') {
    return told.fields.get('method') === 'push_send'
      ? {
          sentence: `${server} has sent the prompt and waits for the phone.`,
          why: 'The page shows a number that has to be picked on the phone, so that nobody agrees by accident.',
        }
      : { sentence: `${server} accepts the second proof and sends the browser on.`, ...next }
  }
  if (hasLifecycle(told, 'app_session', 'issued')) {
    return {
      sentence: `${server} starts a session and sends the browser to its own page.`,
      why: 'The browser gets a session cookie. The tokens stay on the server.',
    }
  }
  if (hasLifecycle(told, 'app_session', 'ended')) {
    return {
      sentence: `${server} ends its session and sends the browser on.`,
      why: 'This ends the session of the app alone.',
    }
  }
  if (kind === 'logout' || kind === 'logout-answer') {
    return hasLifecycle(told, 'session', 'ended')
      ? {
          sentence: `${server} has signed the person out and sends the browser back.`,
          why: 'Its session is over, so the next sign-in asks for the password again.',
        }
      : {
          sentence: `${server} sends the browser on to finish the sign-out.`,
          why: 'There may be more than one session to end.',
        }
  }
  return undefined
}
