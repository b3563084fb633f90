/** A request as a curl command that a POSIX shell reads as it was meant, whatever the request says. */
import { type HttpRequest, header, isOnDevice, isSimulated } from '../http/index.ts'

/** Headers that curl writes itself, or that only a browser may write. */
const LEFT_OUT = /^(?:host|content-length|sec-fetch-.*)$/i

/** A field name (RFC 9110 §5.1). Nothing else goes after `-H`, where `@` would make curl read a file. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/**
 * The command, one option a line. Redirects are not followed. A link may hold requests to any address; what is not for a
 * simulated host is no command, so that nobody who runs it reaches a real one.
 */
export function curlCommand(request: HttpRequest): string {
  if (isOnDevice(request.url)) return shellNote(`Not sent, because it never leaves the machine: ${request.url}`)
  if (!isSimulated(request.url)) return shellNote(`Not sent, because it is for no simulated host: ${request.url}`)
  const url = new URL(request.url).href
  const sendsBody = request.body !== ''
  const usualMethod = sendsBody ? 'POST' : 'GET'
  return [
    // Brackets and braces would be read as a range of URLs.
    `curl -i ${/[[\]{}]/.test(url) ? '--globoff ' : ''}${quoteForShell(url)}`,
    ...(request.method === usualMethod ? [] : [methodOption(request.method)]),
    ...headerLines(request).map((line) => `-H ${quoteForShell(line)}`),
    ...(sendsBody ? [`--data-raw ${quoteForShell(request.body)}`] : []),
  ].join(' \\\n  ')
}

/** A line that does nothing in any shell. A comment would not do: where a script is pasted, zsh expands what stands in one. */
export function shellNote(text: string): string {
  return `: ${quoteForShell(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trimEnd())}`
}

/** A text as one word of a shell (POSIX XCU §2.2.2): nothing in it is expanded. A NUL, which no argument can hold, is left out. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`
}

/** With `-X HEAD` curl would wait for a body that never comes. */
function methodOption(method: string): string {
  return method === 'HEAD' ? '--head' : `-X ${quoteForShell(method)}`
}

function headerLines(request: HttpRequest): string[] {
  const lines = request.headers
    .filter(([name]) => TOKEN.test(name) && !LEFT_OUT.test(name))
    .map(([name, value]) => [name, value.replace(/[\r\n\0]/g, ' ').trim()] as const)
    // `NAME:` would take the header away; an empty one is written with a semicolon.
    .map(([name, value]) => (value === '' ? `${name};` : `${name}: ${value}`))
  // Without this, curl would call any body a form.
  return request.body !== '' && header(request, 'content-type') === undefined ? [...lines, 'content-type:'] : lines
}
