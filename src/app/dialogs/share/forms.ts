/** How long a link is and who would cut it, and the snippets that put a run into another page. */

/** Height in CSS pixels that an embedded player has until it has said its own. */
const FIRST_HEIGHT = 480

/** Characters at which others cut a link: policy of theirs, none has a standard. */
const CUTS = [
  { at: 2000, by: 'bookmarks and ticket fields' },
  { at: 4000, by: 'chat programs' },
] as const

/** How long a link is, and who would cut it. */
export function lengthAdvice(length: number): string {
  const characters = `${length.toLocaleString('en')} characters`
  const cuts = CUTS.filter(({ at }) => length > at)
  const names = (all: readonly (typeof CUTS)[number][]) =>
    all.map(({ at, by }) => `${by} (${at.toLocaleString('en')})`).join(' and ')
  if (cuts.length === 0) return `${characters}: short enough for ${names(CUTS)}.`
  return `${characters}: too long for many ${names(cuts)}. Give the file or the picture instead.`
}

/**
 * HTML that puts a player into another page, with a link for where no frame is shown. The script gives the frame the height
 * that the player asks for.
 */
export function embedSnippet(address: string, title: string): string {
  const origin = new URL(address).origin
  return `<iframe src="${escaped(address)}" title="${escaped(`Authlane: ${title}`)}" loading="lazy"
  style="width: 100%; height: ${FIRST_HEIGHT}px; border: 0"></iframe>
<p><a href="${escaped(address.replace('?embed=1', ''))}">${escaped(`Authlane: ${title}`)}</a></p>
<script>
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== '${origin}' || data?.type !== 'authlane:height') return
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = data.height + 'px'
    }
  })
</script>
`
}

/** HTML for a page that takes elements of others: the picture of the run, and the run itself on a press. `home` is the address of the site's first page. */
export function componentSnippet(address: string, home: string, title: string): string {
  const label = escaped(`Authlane: ${title}`)
  return `<script async src="${escaped(new URL('authlane-run.js', home).href)}"></script>
<authlane-run src="${escaped(address)}" label="${label}" height="${FIRST_HEIGHT}">
  <a href="${escaped(address)}">${label}</a>
</authlane-run>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
