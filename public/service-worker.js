/*
 * The page's service worker: MSW's, with a memory for it and a shelf of the page's own files.
 *
 * The browser may stop a worker at any moment and start it again for the next request; MSW's then no longer knows which
 * pages it answers for and lets the request go to the network. A request for a simulated host can only be for us, so its
 * page is named again before MSW's own listener looks.
 *
 * The page's own files are kept when the page asks for it, and answered from there without a network. `precache.js`
 * names them; the dev server has none, and then nothing is kept.
 */
const SHELF = 'authlane-files-'
/** A host may answer with `Vary: Origin`; these files do not vary. */
const ANY_VARIANT = { ignoreVary: true }

/** What the build wrote: `version` changes with any file. @type {{ version: string, files: string[] } | undefined} */
self.PRECACHE = undefined
try {
  importScripts('./precache.js')
} catch {
  // The dev server.
}

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  // All simulated hosts are under .example, which nobody can register (RFC 2606 §2).
  if (url.hostname.endsWith('.example')) {
    if (event.clientId !== '') activeClientIds.add(event.clientId)
  } else if (self.PRECACHE !== undefined && isOurs(event.request, url)) {
    // Answering here also keeps the event from MSW's listener.
    event.respondWith(event.request.mode === 'navigate' ? newestPage(event.request) : keptFile(event.request))
  } else if (event.request.method === 'HEAD') {
    // It asks whether there is a network. What a worker hands on and cannot load, Firefox reports as an error of the page.
    event.stopImmediatePropagation()
  }
})

// MSW's worker takes its registration back when its last page closes: nothing would be left to open the page without a
// network, and a page that is just opening would have no worker to ask for news.
addEventListener('message', (event) => {
  if (event.data !== 'CLIENT_CLOSED') return
  event.stopImmediatePropagation()
  activeClientIds.delete(event.source.id)
})

addEventListener('message', (event) => {
  if (event.data !== 'authlane:keep-files' || self.PRECACHE === undefined) return
  // What this version consists of, at once; that all of it is kept, when it is.
  event.ports[0]?.postMessage(self.PRECACHE.files)
  event.waitUntil(keepFiles(self.PRECACHE).then(() => event.ports[0]?.postMessage('kept')))
})

/** @param {Request} request @param {URL} url */
function isOurs(request, url) {
  if (request.method !== 'GET' || !url.href.startsWith(registration.scope)) return false
  return self.PRECACHE.files.includes(pathInScope(url)) || request.mode === 'navigate'
}

/** @param {URL} url */
function pathInScope(url) {
  return url.pathname.slice(new URL(registration.scope).pathname.length)
}

/** The page as the network has it now, so that a reload is an update; the kept one without a network. */
async function newestPage(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await newestKept(request, { ...ANY_VARIANT, ignoreSearch: true })
    if (kept !== undefined) return kept
    // The pages of runs are not kept: one without words stands for all of them.
    const isRun = /^r\/[^/]+\/[^/]+\/(?:index\.html)?$/.test(pathInScope(new URL(request.url)))
    const shell = isRun && (await wholeOf(new Request(new URL('run-page.html', registration.scope))))
    if (shell) return shell
    throw error
  }
}

/**
 * Built files have their content in their name, so a kept one is as good as the network's; where storage fails, the
 * network's is. A kept file is read before it is handed on: one that breaks off half-way would take a part of the page with it.
 */
async function keptFile(request) {
  const kept = await wholeOf(request).catch(() => undefined)
  // Once more, because a server may close a connection just as it is used again.
  return kept ?? fetch(request).catch(() => fetch(request))
}

/** @param {Request} request */
async function wholeOf(request) {
  const kept = await newestKept(request, ANY_VARIANT)
  return kept && new Response(await kept.arrayBuffer(), kept)
}

/** What this version has kept; what another one has, for a page of that version. @param {Request} request */
async function newestKept(request, options) {
  const shelf = await caches.open(SHELF + self.PRECACHE.version)
  return (await shelf.match(request, options)) ?? caches.match(request, options)
}

/** Keeps what is not kept yet, then forgets all versions but this one and the one before, which a page may still show. */
async function keepFiles({ version, files }) {
  const shelf = await caches.open(SHELF + version)
  const kept = new Set((await shelf.keys()).map(({ url }) => url))
  const missing = files.map((file) => new URL(file, registration.scope).href).filter((url) => !kept.has(url))
  for (const url of missing) {
    // What has its content in its name is the same in the version before.
    const before = url.includes('/assets/') ? await caches.match(url, ANY_VARIANT) : undefined
    const response = before ?? (await fetch(url, { cache: 'no-cache' }))
    if (response.ok) await shelf.put(url, response)
  }
  const shelves = (await caches.keys()).filter((name) => name.startsWith(SHELF) && name !== SHELF + version)
  await Promise.all(shelves.slice(0, -1).map((name) => caches.delete(name)))
}

importScripts('./mockServiceWorker.js')
