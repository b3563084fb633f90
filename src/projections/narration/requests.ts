/** What a request of a sign-in, or for tokens, says to a newcomer. */
import { type HttpRequest, header } from '../../http/index.ts'
import { narrateCall, type RequestContext } from './calls.ts'
import { type Told, targetFields } from './record.ts'
import type { RequestKind } from './request-kind.ts'
import { sentence, type Words } from './words.ts'

/** Narrates a request. */
export function narrateRequest(told: Told, kind: RequestKind, context: RequestContext): Words {
  const { name } = context
  const [from, to] = [name(told.from), name(told.to)]
  switch (kind) {
    case 'preflight':
      return {
        sentence: `The browser asks ${to} whether the page may call it.`,
        why: 'A script may read another site’s answers only if that site agrees (CORS). The browser asks before it sends the call itself.',
      }
    case 'token':
      return context.isAttacker(told.to) && !context.isAttacker(told.from)
        ? narrateStrayCode(told, from, to)
        : narrateTokenRequest(told, from, context.isOwn)
    case 'device-codes':
      return {
        sentence: `${from} asks ${to} for a code to show.`,
        why: 'The device has no page to sign in on. Somebody will enter the code on another one.',
      }
    case 'user-code':
      return {
        sentence: `${from} sends the code of the device to ${to}.`,
        why: 'It says which device is meant, and nothing about whose it is.',
      }
    case 'phone-request':
      return {
        sentence: `${from} has ${to} ask the person on their phone.`,
        why: told.fields.has('binding_message')
          ? 'A short message goes along. Both screens show it, so that the person can compare.'
          : 'It says who is to be asked. Nothing goes along by which the person could tell what it is about.',
      }
    case 'ping':
      return {
        sentence: `${from} tells ${to} that the person has decided.`,
        why: 'It does not say how. The tokens are fetched separately, by whoever can prove who it is.',
      }
    case 'pushed-request':
      return {
        sentence: `${from} hands ${to} its sign-in request in advance.`,
        why: 'Sent directly, nobody in the browser can read or change it. The browser carries only a reference to it.',
      }
    case 'authorization':
      return narrateAuthorization(told, from, to)
    case 'callback':
      return narrateCallback(told, from, to)
    case 'password':
      return {
        sentence: `${from} sends the username and password to ${to}.`,
        why: context.isAttacker(told.to)
          ? 'The page looks like the right one. Only its address is different.'
          : context.isAttacker(told.from)
            ? told.purpose === 'navigation'
              ? 'To the server, whoever knows a password is the person that it belongs to.'
              : 'What the person typed is sent on at once, as if the person had typed it here.'
            : 'Only this server ever sees the password. The app never does.',
      }
    case 'repeated-form':
      return {
        sentence: `${from} sends the same form once more, to ${to}.`,
        why: 'The answer told the browser to go on as it was. Everything that was typed in goes along, also a password.',
      }
    case 'second-factor':
      return narrateSecondFactor(told, from, to, context.isAttacker(told.from))
    case 'passkey-challenge':
      return {
        sentence: `${from} asks ${to} for something that the passkey can sign.`,
        why: 'A passkey signs a random value that is new each time. An old signature is worth nothing.',
      }
    case 'passkey':
      return {
        sentence: `${from} sends what the passkey has signed to ${to}.`,
        why: 'The browser has written down which page it was, and the passkey has signed that too.',
      }
    case 'consent':
      if (context.isAttacker(told.from)) {
        return {
          sentence: `${from} says yes at ${to}, as whoever is signed in there.`,
          why: 'The page asks the person who has signed in. It cannot know who sits in front of it.',
        }
      }
      return told.fields.get('decision') === 'approve'
        ? {
            sentence: `${from} sends the person’s yes to ${to}.`,
            why: 'The app gets only what the person has allowed here.',
          }
        : {
            sentence: `${from} sends the person’s no to ${to}.`,
            why: 'Without a yes from the person the app gets nothing.',
          }
    case 'logout':
      return {
        sentence: `${from} asks ${to} to sign the person out.`,
        why: 'The app and the server that signs people in each keep a session of their own. Signing out of one leaves the other.',
      }
    case 'logout-answer':
      return told.fields.get('decision') === 'approve'
        ? {
            sentence: `${from} tells ${to}: yes, sign out.`,
            why: 'Any site could send somebody here, so the server asked first.',
          }
        : {
            sentence: `${from} tells ${to}: stay signed in.`,
            why: 'Any site could send somebody here, so the server asked first.',
          }
    case 'logout-token':
      return {
        sentence: `${from} tells ${to} that ${context.isAttacker(told.from) ? 'a' : 'the'} session has ended.`,
        why: context.isAttacker(told.from)
          ? 'The address is open to everybody. The note itself has to show who made it, and when, and for whom.'
          : 'The note goes from server to server and is signed. The browser takes no part and need not be open.',
      }
    case 'start-sign-in':
      return {
        sentence: `${from} asks ${to} to start a sign-in.`,
        why: 'The app makes up a secret and a random value for this one sign-in and remembers both until the answer comes.',
      }
    case 'registration':
      return {
        sentence: `${from} registers a new client at ${to}.`,
        why: 'A server gives tokens only to clients that it knows. Here a program introduces one, instead of a person filling in a form.',
      }
    default:
      return narrateCall(told, kind, context)
  }
}

function narrateTokenRequest({ fields, request }: Told, from: string, isOwn: boolean): Words {
  const grant = fields.get('grant_type') ?? ''
  const proof = sentence(clientProof(fields, header(request, 'authorization')), keyProof(request))
  switch (grant) {
    case 'authorization_code': {
      const verifier = fields.has('code_verifier')
        ? 'It proves with the code verifier that it started this sign-in.'
        : 'Whoever has the code can trade it, unless the app has to prove something too.'
      return { sentence: `${from} trades the code for tokens.`, why: sentence(verifier, proof) }
    }
    case 'refresh_token':
      return {
        sentence: `${from} asks for a new access token with ${isOwn ? 'its' : 'a'} refresh token.`,
        why: sentence(
          'Access tokens are short-lived. A refresh token gets the next one, and nobody has to sign in again.',
          proof,
        ),
      }
    case 'client_credentials':
      return {
        sentence: `${from} asks for an access token in its own name.`,
        why: sentence('No person takes part.', proof),
      }
    case 'password':
      return {
        sentence: `${from} trades the person’s password for tokens.`,
        why: 'The app sees the password, which is why nobody should build this any more.',
      }
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return {
        sentence: `${from} asks whether the person has agreed by now.`,
        why: 'The device cannot show a sign-in page, so it asks again and again until the person is done elsewhere.',
      }
    case 'urn:openid:params:grant-type:ciba':
      return {
        sentence: `${from} asks whether the person has answered by now.`,
        why: sentence(
          'The person is asked on their phone, so there is no page that could bring the answer back.',
          proof,
        ),
      }
    case 'urn:ietf:params:oauth:grant-type:token-exchange':
      return {
        sentence: `${from} trades the token that it was given for one of its own.`,
        why: sentence(
          fields.has('actor_token')
            ? 'The new token is for the next service, and says who acts for whom.'
            : 'The new token is for the next service. That somebody acts for the person, it does not say.',
          proof,
        ),
      }
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return {
        sentence: `${from} trades a signed statement for an access token.`,
        why: 'The signature proves who made the statement. No password and no secret goes over the wire.',
      }
    default:
      return {
        sentence: `${from} asks for tokens.`,
        why: sentence('Tokens are given for a proof of some kind.', proof),
      }
  }
}

function narrateStrayCode({ fields }: Told, from: string, to: string): Words {
  const what = fields.has('code_verifier') ? 'the code, and the code verifier with it' : 'the code'
  return {
    sentence: `${from} sends ${to} ${what}.`,
    why: 'It takes the other side for the server that made the code, and wants it traded for tokens.',
  }
}

function clientProof(fields: ReadonlyMap<string, string>, authorization: string | undefined): string {
  if (fields.has('client_assertion')) return 'It proves who it is with a signature.'
  if (fields.has('client_secret') || /^basic /i.test(authorization ?? ''))
    return 'It proves who it is with its client secret.'
  return ''
}

/** A proof that the caller has a key, which what it gets is then bound to (RFC 9449 §5). */
function keyProof(request: HttpRequest): string {
  return header(request, 'dpop') === undefined ? '' : 'A signed proof goes along: the tokens are bound to its key.'
}

function narrateAuthorization({ fields, request }: Told, from: string, to: string): Words {
  const prompt = fields.get('prompt') ?? ''
  const isFramed = header(request, 'sec-fetch-dest') === 'iframe'
  if (isFramed && !prompt.includes('none')) {
    return {
      sentence: `In a frame, ${from} asks ${to} to sign the person in.`,
      why: 'The frame belongs to another page, which decides whether anybody sees it. The server cannot tell.',
    }
  }
  if (isFramed) {
    return {
      sentence: `In a hidden frame, ${from} asks ${to} for a code.`,
      why: 'Somebody who is signed in sees nothing of it. Every script of the page can read the address that the frame ends at.',
    }
  }
  const how = prompt.includes('none')
    ? ' without showing a page'
    : prompt.includes('login') || fields.has('max_age')
      ? ' once more'
      : ''
  const what = fields.has('acr_values') ? `for a stronger sign-in${how}` : `to sign the person in${how}`
  const why = fields.has('code_challenge')
    ? 'It carries the hash of a secret that only the app knows (PKCE), and a random value that must come back with the answer.'
    : 'It says which app asks, what the app wants to do, and where the answer is to go.'
  return { sentence: `${from} asks ${to} ${what}.`, why }
}

function narrateCallback({ fields, redirect, request }: Told, from: string, to: string): Words {
  const target = targetFields(redirect)
  if (fields.has('access_token') && request.method === 'POST') {
    return {
      sentence: `${from} hands ${to} ${fields.has('code') ? 'a code and an access token' : 'the tokens of an answer'}.`,
      why: 'They do not say who brings them. Whether they are for this app and belong together, the receiver has to check.',
    }
  }
  if (fields.has('access_token')) {
    return {
      sentence: `${from} hands ${to} the tokens as part of the address.`,
      why: 'Addresses end up in logs and histories, and with them the tokens.',
    }
  }
  if (fields.has('error') || target.has('error')) {
    return {
      sentence: `${from} tells ${to} that there was no sign-in.`,
      why: 'The answer goes back by way of the browser, whether it is good or bad.',
    }
  }
  if (fields.has('code')) {
    return {
      sentence: `${from} hands the code to ${to}.`,
      why: 'The code passes through the browser, where others may see it. That is why it works only once, for a short time, and with a proof.',
    }
  }
  if (target.has('code')) {
    return {
      sentence: `${from} opens ${to}, with a code in the address.`,
      why: 'It stands behind the # and is not sent. It goes along when the page sends the browser on, to whatever site.',
    }
  }
  return {
    sentence: `${from} opens ${to} again, with the tokens in the address.`,
    why: 'They stand behind the # of the address. That part stays in the browser, where every script of the page can read it.',
  }
}

function narrateSecondFactor({ fields }: Told, from: string, to: string, isRelayed: boolean): Words {
  const what = new Map([
    ['push_send', 'asks for a prompt on the phone'],
    ['push', 'asks whether the phone has answered'],
    ['recovery_code', 'sends a recovery code'],
  ]).get(fields.get('method') ?? '')
  return {
    sentence: what === undefined ? `${from} sends the one-time code to ${to}.` : `${from} ${what}.`,
    why: isRelayed
      ? 'A code is good for half a minute, and knows nothing of the page that it was typed into.'
      : 'A password can be guessed or stolen. The second proof shows that the person also has something.',
  }
}
