/** What Proxyman saves: members of its own for client and server, no pages, times in whole seconds (ProxymanApp/proxyman-windows-linux#560). */
import { bodyOf, momentOf, pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    _id: String(step.at),
    _name: '',
    _isHTTPS: true,
    _isIntercepted: true,
    _clientName: null,
    _clientBundlePath: null,
    _clientAddress: '192.0.2.4',
    _clientPort: 51002,
    _serverAddress: '203.0.113.5',
    _serverPort: 443,
    _remoteDeviceIP: null,
    _webSocketMessages: null,
    startedDateTime: momentOf(step).replace(/\.\d+Z/, '+00:00'),
    time: 30.5,
    comment: '',
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: step.requestHeaders,
      queryString: queryOf(step),
      headersSize: 300,
      bodySize: bodyOf(step).length,
      ...(step.form && {
        postData: { mimeType: 'application/x-www-form-urlencoded', text: bodyOf(step), params: pairs(step.form) },
      }),
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: step.responseHeaders,
      content: { size: step.text.length, mimeType: step.type, text: step.text },
      redirectURL: step.location,
      headersSize: 200,
      bodySize: step.text.length,
    },
    timings: { send: 1, wait: 28, receive: 1 },
    serverIPAddress: '203.0.113.5',
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'Proxyman', version: '5.20.0', comment: '' },
    entries: STEPS.map(entry),
  },
})
