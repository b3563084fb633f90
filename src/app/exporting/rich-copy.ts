/** Copying as formatted text with a picture, and as plain text for whoever takes no more. */

import { copyText } from '../../ui/clipboard.ts'

/** What became of it: all of it copied, the text alone, or nothing. */
export type Copied = 'all' | 'text' | 'refused'

/** Puts both forms on the clipboard, or the text alone where the browser takes no other. Never rejects for what a browser refuses. */
export async function copyBoth(text: Promise<string>, html: Promise<string>): Promise<Copied> {
  try {
    // Promises, and no waiting before: some browsers let a page write within the press of a button only.
    const item = new ClipboardItem({
      'text/plain': text.then((written) => new Blob([written], { type: 'text/plain' })),
      'text/html': html.then((written) => new Blob([written], { type: 'text/html' })),
    })
    await navigator.clipboard.write([item])
    return 'all'
  } catch {
    try {
      await copyText(await text)
      return 'text'
    } catch {
      return 'refused'
    }
  }
}
