/* The least that a service worker can do: the floor under every exchange through one. */
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  if (new URL(event.request.url).hostname.endsWith('.example')) {
    event.respondWith(new Response('{"active":true}', { headers: { 'content-type': 'application/json' } }))
  }
})
