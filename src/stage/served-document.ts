/** The document that a window of the stage shows: what a server sent, below a policy under which it can only be read and filled in. */

/** No script of any kind, no frame inside, and no form that leaves by itself: the page around it sends what is filled in. */
const POLICY = "script-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'"

/** Of a window that has loaded nothing yet. */
const BLANK = '<html lang="en"><head><title>New tab</title></head><body></body></html>'

/**
 * The document for a page's markup; `stylesheet` is the address of the one for such pages. Ours stands before all markup:
 * a policy holds for what comes after it, and a place found inside could be in a comment or behind a script. A parser
 * takes the doctype and the `<head>` that follow for repeated and goes on in the head that it has.
 */
export function servedDocument(html: string, stylesheet: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`
  return `<!doctype html>${policy}<link rel="stylesheet" href="${stylesheet}">${html === '' ? BLANK : html}`
}
