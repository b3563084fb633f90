/** The bridge from `node:http` to a handler of plain messages: all it takes to serve either server of this floor to real clients. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HeaderLine, HttpHandler } from '../../http/index.ts'

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
  let handle: HttpHandler | undefined
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const headers = incoming.rawHeaders.flatMap((name, index, all): HeaderLine[] =>
      index % 2 === 0 ? [[name.toLowerCase(), all[index + 1] ?? '']] : [],
    )
    const { method = '', url = '/' } = incoming
    const response = await handle?.({ method, url: origin + url, headers, body: Buffer.concat(chunks).toString() })
    outgoing.writeHead(response?.status ?? 503, response?.headers.flat() ?? []).end(response?.body)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  handle = createHandler(origin)
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
