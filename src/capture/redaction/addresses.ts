/** Addresses of a recording: schemes, hosts, words of endpoints and names of parameters that everybody knows, and nothing else. */
import { type FormFields, parseForm, serialiseForm } from '../../http/index.ts'
import { type ShownHosts, shownHost } from './hosts.ts'
import type { Placeholders } from './placeholders.ts'
import { isInPlainCase, PATH_WORDS } from './vocabulary.ts'

const ADDRESS = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is
const HOST_AND_PORT = /^(\[[^\]]*\]|[^:]*)(:\d{1,5})?$/
/** `v2.0`. */
const VERSION = /^v\d{1,2}(?:\.\d)?$/

/** How to show an address, absolute or relative; `fields` shows the pairs of its query. */
export function createAddresses(
  placeholders: Placeholders,
  hosts: ShownHosts,
  fields: (pairs: FormFields) => FormFields,
): (url: string) => string {
  function pairs(mark: string, text: string): string {
    return text.length > 1 ? `${mark}${serialiseForm(fields(parseForm(text.slice(1))))}` : ''
  }

  /** An app's own scheme (RFC 8252 §7.1) is the app's name. */
  function scheme(text: string): string {
    return text === '' || /^https?:$/i.test(text) ? text : `${placeholders.nameOf('scheme', text)}:`
  }

  function authority(text: string): string {
    if (text === '' || text === '//') return text
    // Before the last `@` stands who signs in (RFC 3986).
    const [, host, port = ''] = HOST_AND_PORT.exec(text.slice(Math.max(2, text.lastIndexOf('@') + 1))) ?? []
    return host === undefined
      ? `//${placeholders.nameOf('host', text)}`
      : `//${shownHost(host, placeholders, hosts)}${port}`
  }

  function segment(raw: string): string {
    if (raw === '' || isInPlainCase(raw, PATH_WORDS) || VERSION.test(raw)) return raw
    return placeholders.nameOf('part', decoded(raw))
  }

  return (url) => {
    if (url === '*' || url === 'null') return url
    const [, start = '', host = '', path = '', query = '', fragment = ''] = ADDRESS.exec(url) ?? []
    const shownPath = path.split('/').map(segment).join('/')
    return `${scheme(start)}${authority(host)}${shownPath}${pairs('?', query)}${pairs('#', fragment)}`
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
