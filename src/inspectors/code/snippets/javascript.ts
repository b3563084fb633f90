/** JavaScript: the `fetch` of Node.js, Deno and Bun. A page may not set every one of these headers. */
import type { Snippet } from './contract.ts'
import { quote, sendableHeaders, sendableUrl } from './sendable.ts'

const FUNCTION = 'fetch'

export const javaScript: Snippet = {
  id: 'javascript',
  title: 'JavaScript (fetch)',
  write(request) {
    const headers = sendableHeaders(request).map(([name, value]) => `    ${quote(name)}: ${quote(value)},`)
    return [
      `const response = await ${FUNCTION}(${quote(sendableUrl(request))}, {`,
      `  method: ${quote(request.method)},`,
      ...(headers.length > 0 ? ['  headers: {', ...headers, '  },'] : []),
      ...(request.body === '' ? [] : [`  body: ${quote(request.body)},`]),
      '  redirect: "manual",',
      '})',
      'console.log(response.status, await response.text())',
      '',
    ].join('\n')
  },
}
