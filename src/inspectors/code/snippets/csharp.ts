/** C# with `HttpClient`. */
import type { Snippet } from './contract.ts'
import { quote, sendableHeaders, sendableUrl } from './sendable.ts'

/** Headers that .NET keeps with the content. */
const OF_CONTENT = /^content-/

export const cSharp: Snippet = {
  id: 'csharp',
  title: 'C# (HttpClient)',
  write(request) {
    const headers = sendableHeaders(request)
    const add = (target: string, [name, value]: readonly [string, string]) =>
      `${target}.TryAddWithoutValidation(${quote(name)}, ${quote(value)});`
    return [
      'using System;',
      'using System.Net.Http;',
      'using System.Text;',
      '',
      // Without this a Cookie header would not be sent.
      'using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };',
      'using var client = new HttpClient(handler);',
      `using var request = new HttpRequestMessage(new HttpMethod(${quote(request.method)}), ${quote(sendableUrl(request))});`,
      ...headers.filter(([name]) => !OF_CONTENT.test(name)).map((header) => add('request.Headers', header)),
      ...(request.body === ''
        ? []
        : [
            `request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(${quote(request.body)}));`,
            ...headers
              .filter(([name]) => OF_CONTENT.test(name))
              .map((header) => add('request.Content.Headers', header)),
          ]),
      '',
      'using var response = await client.SendAsync(request);',
      'Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");',
      '',
    ].join('\n')
  },
}
