/** Python with Requests. */
import type { Snippet } from './contract.ts'
import { quote, sendableHeaders, sendableUrl } from './sendable.ts'

export const python: Snippet = {
  id: 'python',
  title: 'Python (Requests)',
  write(request) {
    const headers = sendableHeaders(request).map(([name, value]) => `        ${quote(name)}: ${quote(value)},`)
    return [
      'import requests',
      '',
      'response = requests.request(',
      `    ${quote(request.method)},`,
      `    ${quote(sendableUrl(request))},`,
      ...(headers.length > 0 ? ['    headers={', ...headers, '    },'] : []),
      // As bytes: a text would be sent as Latin-1.
      ...(request.body === '' ? [] : [`    data=${quote(request.body)}.encode(),`]),
      '    allow_redirects=False,',
      ')',
      'print(response.status_code, response.text)',
      '',
    ].join('\n')
  },
}
