/** The dumbest of static hosts: a built folder below some path, no headers but those asked for, and its `404.html` for everything else. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Serves a folder below a path such as `/team/authlane/`, as a host of this name. Returns the address and a way to stop. */
export async function serveBelow(
  path: string,
  folder = 'dist',
  headers: Readonly<Record<string, string>> = {},
  host = 'localhost',
): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = normalize(
      `${decodeURIComponent(pathname).slice(path.length)}${pathname.endsWith('/') ? 'index.html' : ''}`,
    )
    const isBelow = pathname.startsWith(path) && !file.startsWith('..')
    const content = isBelow ? readFile(join(folder, file)) : Promise.reject(new Error('outside'))
    content.then(
      (body) =>
        response.writeHead(200, { ...headers, 'content-type': MEDIA_TYPES[extname(file)] ?? 'text/plain' }).end(body),
      () =>
        readFile(join(folder, '404.html')).then(
          (body) => response.writeHead(404, { 'content-type': 'text/html' }).end(body),
          () => response.writeHead(404).end('Not found'),
        ),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${host}:${port}${path}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
