/** What the end of a race is called, in plain words. */
import type { EndFacts } from './end-facts.ts'

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

/** The title of an end: what became of the calls, what it took, and what became of the session. */
export function titleOf(facts: EndFacts): string {
  const { calls, tokenRequests, rotated, revoked, hasRefreshToken, failed, newPages, samePages } = facts
  const lead = calls > 0 ? callsOf(facts) : capital(pagesOf(facts))
  const parts = [
    tokenRequests === 0 ? lead : `${lead} after ${requestsOf(facts)}`,
    tokenRequests > 1 &&
      rotated > 0 &&
      revoked === 0 &&
      `${number(rotated)} ${rotated === 1 ? 'rotation' : 'rotations'}`,
    revoked > 0 && 'session revoked',
    revoked > 0 && hasRefreshToken && 'dead refresh token kept',
    revoked > 0 &&
      samePages > 0 &&
      `${number(newPages.length)} of ${number(newPages.length + samePages)} windows notice`,
    failed > 0 && 'the app fails',
  ]
  return parts.filter((part) => part !== false).join(', ')
}

/** A few sentences on an end. */
export function summaryOf(facts: EndFacts): string {
  const { tokenRequests, grantTypes, rotated, isReplayed, revoked, errors, hasRefreshToken, failed } = facts
  const sentences = [
    `${capital(requestsOf(facts))} reached the authorization server.`,
    !isReplayed && rotated > 1 && `The refresh token was rotated ${number(rotated)} times, where once would do.`,
    tokenRequests > 1 && rotated === 1 && !isReplayed && 'The refresh token was rotated once.',
    rotated === 0 && !isReplayed && grantTypes.includes('refresh_token') && 'The refresh token stayed the same.',
    isReplayed && 'A refresh token arrived again after it had been used, which looks like theft.',
    revoked > 0 && 'Its whole family was revoked (RFC 9700 §4.14.2).',
    errors.length > 0 && `Token responses said ${errors.join(' and ')}.`,
    revoked > 0 &&
      hasRefreshToken &&
      'The app stored the winner’s tokens after that: no refresh works any more, and the access token works only until it expires, where it is validated locally.',
    failed > 0 && 'Some code did not expect this and ended with an error.',
    facts.newPages.length > 0 && `At the end ${pagesOf(facts)}.`,
  ]
  return sentences.filter((sentence) => sentence !== false).join(' ')
}

function callsOf({ calls, answered }: EndFacts): string {
  if (answered < calls)
    return `${answered === 0 ? 'None' : capital(number(answered))} of ${number(calls)} calls answered`
  if (calls === 1) return 'The call answered'
  return `${calls === 2 ? 'Both' : `All ${number(calls)}`} calls answered`
}

function requestsOf({ tokenRequests, grantTypes }: EndFacts): string {
  const isRefresh = grantTypes.every((grantType) => grantType === 'refresh_token')
  const [one, many] = isRefresh ? ['refresh', 'refreshes'] : ['token request', 'token requests']
  return `${number(tokenRequests)} ${tokenRequests === 1 ? one : many}`
}

/** What the windows show that is new; of several that show the same one is named. */
function pagesOf({ newPages, samePages }: EndFacts): string {
  const titles = [...new Set(newPages)].map((title) => {
    const count = newPages.filter((other) => other === title).length
    return `${number(count)} ${count === 1 ? 'window shows' : 'windows show'} “${title}”`
  })
  const same = `${number(samePages)} ${samePages === 1 ? 'is' : 'are'} as before`
  return [...titles, ...(samePages > 0 || titles.length === 0 ? [same] : [])].join(', and ')
}

function number(count: number): string {
  return NUMBERS[count] ?? `${count}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
