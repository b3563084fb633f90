/** A request as a curl command that a shell understands. */
import type { HttpRequest } from '../../http/index.ts'

/** Headers that curl writes itself, or that only a browser may write. */
const LEFT_OUT = /^(?:host|content-length|sec-fetch-.*)$/i

/** The command, one option a line. Every value is in single quotes, so that the shell reads nothing into it. */
export function toCurl(request: HttpRequest): string {
  const sendsBody = request.body !== ''
  const usual = sendsBody ? 'POST' : 'GET'
  return [
    `curl -i ${quote(request.url)}`,
    ...(request.method === usual ? [] : [`-X ${quote(request.method)}`]),
    ...request.headers
      .filter(([name]) => !LEFT_OUT.test(name))
      .map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(sendsBody ? [`--data-raw ${quote(request.body)}`] : []),
  ].join(' \\\n  ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
