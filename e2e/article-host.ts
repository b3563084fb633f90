/** A page of another site with a player in it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Serves a page with this markup from a host that is another site than `localhost`. */
export async function serveArticle(markup: string): Promise<{ address: string; stop: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><h1>An article</h1>${markup}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
