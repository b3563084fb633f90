/** Names and labels before they are escaped for a format: what could not stand in any of them is made visible or taken out. */

/** One line of well-formed text: without control characters, and without those that turn the direction of what follows. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
