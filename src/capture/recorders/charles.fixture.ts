/** What Charles saves: null for the redirect and for texts it has none of, bodies in base64, a form as parameters alone. */
import { localMomentOf, pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    startedDateTime: localMomentOf(step),
    time: 64,
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/2.0',
      cookies: [],
      headers: [...pairs({ ':method': step.method, ':scheme': 'https' }), ...step.requestHeaders],
      queryString: queryOf(step),
      ...(step.form && { postData: { mimeType: 'application/x-www-form-urlencoded', params: pairs(step.form) } }),
      headersSize: 48,
      bodySize: 0,
    },
    response: {
      _charlesStatus: 'COMPLETE',
      status: step.status,
      statusText: null,
      httpVersion: 'HTTP/2.0',
      cookies: [],
      headers: [{ name: ':status', value: String(step.status) }, ...step.responseHeaders],
      content: { size: step.text.length, mimeType: step.type || null, text: btoa(step.text), encoding: 'base64' },
      redirectURL: null,
      headersSize: 48,
      bodySize: step.text.length,
    },
    serverIPAddress: '203.0.113.5',
    cache: {},
    timings: { dns: -1, connect: -1, ssl: -1, send: 4, wait: 58, receive: 2 },
  }
}

/** The text of the file. */
export const har: string = JSON.stringify({
  log: { version: '1.2', creator: { name: 'Charles Proxy', version: '4.6.7' }, entries: STEPS.map(entry) },
})
