/** Whether other pages may frame this one. A browser tells a refused frame nothing, so it is read from the host's headers beforehand. */

/**
 * What has to be known before the player is put into another page, as a sentence; `undefined` where any page may frame it.
 * `frame-ancestors` counts before `X-Frame-Options` (Content Security Policy Level 3 §6.4.2.2).
 */
export function framingHint(headers: Headers): string | undefined {
  const policies = (headers.get('content-security-policy') ?? '').split(/[;,]/)
  const lists = policies.flatMap((directive) => {
    const [name, ...sources] = directive.trim().split(/\s+/)
    return name?.toLowerCase() === 'frame-ancestors' ? [sources] : []
  })
  if (lists.length === 0) return hintOfOption(headers.get('x-frame-options'))
  const limits = lists.filter((sources) => !sources.includes('*'))
  if (limits.length === 0) return undefined
  if (limits.some((sources) => sources.every((source) => source.toLowerCase() === "'none'"))) return NOBODY
  const named = limits.map((sources) => sources.join(' ')).join(', and of these only ')
  return named === "'self'" ? OWN_SITE : `Its host lets only these show it in a frame: ${named}. Others get an error.`
}

function hintOfOption(option: string | null): string | undefined {
  if (option === null) return undefined
  return { deny: NOBODY, sameorigin: OWN_SITE }[option.trim().toLowerCase()]
}

const NOBODY = 'Its host lets no page show it in a frame. Give the link, a picture or a document instead.'
const OWN_SITE =
  'Its host lets only pages of the same site show it in a frame. Others get an error: give them the link.'
