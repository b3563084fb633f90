/** What a server and its database say to each other about a family of refresh tokens, told by filters and changes. */
import type { HttpResponse } from '../../http/index.ts'
import { formBody } from '../message-fields.ts'
import type { Told } from './record.ts'
import type { Words } from './words.ts'

/** Narrates a statement. Its condition is what it filters by beside the row itself. */
export function narrateStatement({ request }: Told, from: string): Words {
  if (request.method === 'GET') {
    return {
      sentence: `${from} looks up which refresh token is the current one.`,
      why: 'What it reads is true at that moment. Until it writes, somebody else may have written.',
    }
  }
  const changes = new Map(formBody(request))
  const isFiltered = (column: string) => new URL(request.url).searchParams.has(column)
  switch (changes.get('status')) {
    case 'revoked':
      return {
        sentence: `${from} ends the whole family of tokens.`,
        why: 'The app and a thief look the same from here. Whoever has a token of this sign-in has to sign in again.',
      }
    case 'spent':
      return {
        sentence: `${from} retires the old token.`,
        why: 'Its successor is to be stored next. Until then this sign-in has no token that works.',
      }
    case 'live':
      return { sentence: `${from} stores the new token.`, why: 'With this the sign-in has a token that works again.' }
    default:
  }
  if (isFiltered('current')) {
    return {
      sentence: `${from} writes the new token, if the old one is still current.`,
      why: 'Condition and change are one statement: of several that come together, only one finds the old token still there.',
    }
  }
  return isFiltered('last_refresh')
    ? {
        sentence: `${from} writes the new token, if the old one is not too old.`,
        why: 'Too old means: from before the last refresh, in whole seconds. Tokens of one second are all the same age.',
      }
    : {
        sentence: `${from} writes the new token over whatever is there.`,
        why: 'There is no condition. What somebody else has written since the row was looked up is lost.',
      }
}

/** Narrates the rows that were found, or changed. */
export function narrateRows({ request }: Told, { body }: HttpResponse, server: string): Words {
  if (request.method === 'GET') {
    return {
      sentence: `${server} tells what stands in the row.`,
      why: 'From here on it is a copy. The row itself can change at any time.',
    }
  }
  return body === '[]'
    ? {
        sentence: `${server} has changed nothing.`,
        why: 'The condition was not met: somebody was faster, or the token had been used long before.',
      }
    : { sentence: `${server} has changed the row.`, why: 'Whoever asks from now on finds what was written here.' }
}
