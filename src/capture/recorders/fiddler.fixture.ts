/** What Fiddler saves: a byte order mark before the file, no pages but null, and who made it at the end. */
import { localMomentOf, pairs, queryOf, STEPS, type Step } from './login.fixture.ts'

function entry(step: Step) {
  return {
    startedDateTime: localMomentOf(step),
    time: 64,
    request: {
      method: step.method,
      url: step.url,
      httpVersion: 'HTTP/1.1',
      headersSize: 512,
      bodySize: 0,
      cookies: [],
      headers: step.requestHeaders,
      queryString: queryOf(step),
      ...(step.form && {
        postData: {
          mimeType: 'application/x-www-form-urlencoded',
          params: pairs(step.form),
          text: String(new URLSearchParams(step.form)),
        },
      }),
    },
    response: {
      status: step.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headersSize: 256,
      bodySize: step.text.length,
      redirectURL: '',
      cookies: [],
      headers: step.responseHeaders,
      content: { size: step.text.length, compression: 0, mimeType: step.type, text: step.text },
    },
    cache: {},
    timings: { dns: 0, connect: 0, ssl: 0, blocked: -1, send: 0, wait: 64, receive: 0 },
  }
}

/** The text of the file. */
export const har: string = `\ufeff${JSON.stringify({
  log: { pages: null, entries: STEPS.map(entry), creator: { name: 'Fiddler', version: '5.0' }, version: '1.2' },
})}`
