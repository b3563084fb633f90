/** Go with `net/http`. */
import type { Snippet } from './contract.ts'
import { quote, sendableHeaders, sendableUrl } from './sendable.ts'

export const go: Snippet = {
  id: 'go',
  title: 'Go (net/http)',
  write(request) {
    const body = request.body === '' ? 'nil' : `strings.NewReader(${quote(request.body)})`
    return [
      'package main',
      '',
      importBlock(['fmt', 'io', 'log', 'net/http', ...(request.body === '' ? [] : ['strings'])]),
      '',
      'func main() {',
      `\trequest, err := http.NewRequest(${quote(request.method)}, ${quote(sendableUrl(request))}, ${body})`,
      ...orStop,
      ...sendableHeaders(request).map(([name, value]) => `\trequest.Header.Set(${quote(name)}, ${quote(value)})`),
      '\tclient := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error {',
      '\t\treturn http.ErrUseLastResponse',
      '\t}}',
      '\tresponse, err := client.Do(request)',
      ...orStop,
      '\tdefer response.Body.Close()',
      '\tbody, err := io.ReadAll(response.Body)',
      ...orStop,
      '\tfmt.Println(response.StatusCode, string(body))',
      '}',
      '',
    ].join('\n')
  },
}

const orStop = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}']

function importBlock(packages: readonly string[]): string {
  return `import (\n${packages.map((name) => `\t${quote(name)}\n`).join('')})`
}
