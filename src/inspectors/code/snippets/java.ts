/** Java with the HTTP client of the JDK. */
import type { Snippet } from './contract.ts'
import { quote, sendableHeaders, sendableUrl } from './sendable.ts'

export const java: Snippet = {
  id: 'java',
  title: 'Java (java.net.http)',
  write(request) {
    const body = request.body === '' ? 'BodyPublishers.noBody()' : `BodyPublishers.ofString(${quote(request.body)})`
    const headers = sendableHeaders(request).map(([name, value]) => `.header(${quote(name)}, ${quote(value)})`)
    return [
      'import java.net.URI;',
      'import java.net.http.HttpClient;',
      'import java.net.http.HttpRequest;',
      'import java.net.http.HttpRequest.BodyPublishers;',
      'import java.net.http.HttpResponse.BodyHandlers;',
      '',
      'class Main {',
      '    public static void main(String[] arguments) throws Exception {',
      // A client that was not told otherwise follows no redirect.
      '        var client = HttpClient.newHttpClient();',
      `        var request = HttpRequest.newBuilder(URI.create(${quote(sendableUrl(request))}))`,
      `            .method(${quote(request.method)}, ${body})`,
      ...headers.map((header) => `            ${header}`),
      '            .build();',
      '        var response = client.send(request, BodyHandlers.ofString());',
      '        System.out.println(response.statusCode() + " " + response.body());',
      '    }',
      '}',
      '',
    ].join('\n')
  },
}
