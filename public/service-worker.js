/*
 * The page's service worker: MSW's, and a memory for it. The browser may stop a worker at any moment and start it again
 * for the next request; MSW's then no longer knows which pages it answers for and lets the request go to the network.
 * A request for a simulated host can only be for us, so its page is named again before MSW's own listener looks.
 */
addEventListener('fetch', (event) => {
  // All simulated hosts are under .example, which nobody can register (RFC 2606 §2).
  if (event.clientId !== '' && new URL(event.request.url).hostname.endsWith('.example')) {
    activeClientIds.add(event.clientId)
  }
})

importScripts('./mockServiceWorker.js')
