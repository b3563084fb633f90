/** The part of a recorded request that a program can send: what every HTTP library writes by itself is left out. */
import type { HttpRequest } from '../../../http/index.ts'

/** Headers that libraries write themselves, or that only a browser may write. */
const LEFT_OUT = /^(?:host|content-length|sec-fetch-.*)$/

/** A field name (RFC 9110 §5.1). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/** Headers under one name each, with values on one line (RFC 9110 §5.3, §5.5). */
export function sendableHeaders(request: HttpRequest): readonly (readonly [name: string, value: string])[] {
  const headers = new Map<string, string>()
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase()
    if (!TOKEN.test(name) || LEFT_OUT.test(key)) continue
    const line = value.replace(/[\r\n\0]/g, ' ').trim()
    const known = headers.get(key)
    headers.set(key, known === undefined ? line : `${known}${key === 'cookie' ? '; ' : ', '}${line}`)
  }
  return [...headers]
}

/** The URL as an address without characters that RFC 3986 §2 does not have. */
export function sendableUrl(request: HttpRequest): string {
  return new URL(request.url).href.replace(/["<>\\^`{|}[\]]/g, (character) => encodeURIComponent(character))
}

/** Ends of lines and changes of direction that no editor shows (Unicode UAX #9, UTR #36 §3). */
const INVISIBLE = /[\u0085\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** A string in double quotes, with the escapes that JavaScript, Python, Go, Java and C# have in common. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
