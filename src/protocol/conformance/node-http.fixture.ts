/** The bridge from `node:http` to a handler of plain messages: all it takes to serve either server of this floor to real clients. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HeaderLine, HttpHandler, HttpRequest } from '../../http/index.ts'

/** A listening server. */
export interface Listener {
  /** Such as `http://127.0.0.1:8080`. */
  readonly origin: string
  close(): Promise<void>
}

/**
 * Listens on the loopback interface and answers with the handler that `createHandler` makes of the origin: an issuer is
 * its own URL, so it can be known only when the port is. Port 0 takes a free one.
 */
export async function listen(createHandler: (origin: string) => HttpHandler, port = 0): Promise<Listener> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const handle = createHandler(origin)
  server.on('request', (incoming, outgoing) => {
    readRequest(incoming, origin)
      .then(handle)
      .then(({ status, headers, body }) => outgoing.writeHead(status, headers.flat()).end(body))
      // The client hung up, or a handler failed that must not: there is nobody or nothing to answer with.
      .catch(() => outgoing.destroy())
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin, close }
}

async function readRequest(incoming: IncomingMessage, origin: string): Promise<HttpRequest> {
  const { method = '', url = '', rawHeaders } = incoming
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const headers = rawHeaders.flatMap((name, index, all): HeaderLine[] =>
    index % 2 === 0 ? [[name.toLowerCase(), all[index + 1] ?? '']] : [],
  )
  return { method, url: origin + url, headers, body: Buffer.concat(chunks).toString() }
}
