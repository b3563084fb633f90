/** The date of an Expires attribute: the forgiving algorithm of RFC 6265bis §5.1.1. */

const DELIMITER = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/
const DAY_OF_MONTH = /^\d{1,2}(?!\d)/
const YEAR = /^\d{2,4}(?!\d)/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads a cookie date as epoch milliseconds, or `undefined` when it is none. */
export function parseCookieDate(text: string): number | undefined {
  let time: readonly number[] | undefined
  let day: number | undefined
  let month: number | undefined
  let year: number | undefined
  for (const token of text.split(DELIMITER)) {
    const timeMatch = time === undefined ? TIME.exec(token) : null
    const dayMatch = day === undefined ? DAY_OF_MONTH.exec(token) : null
    const monthIndex = month === undefined ? MONTHS.indexOf(token.slice(0, 3).toLowerCase()) : -1
    const yearMatch = year === undefined ? YEAR.exec(token) : null
    // Each token is used once, for the first thing still missing that it can be.
    if (timeMatch !== null) time = timeMatch.slice(1).map(Number)
    else if (dayMatch !== null) day = Number(dayMatch[0])
    else if (monthIndex >= 0) month = monthIndex
    else if (yearMatch !== null) year = fullYear(Number(yearMatch[0]))
  }
  if (time === undefined || day === undefined || month === undefined || year === undefined) return undefined
  const [hour = 0, minute = 0, second = 0] = time
  if (year < 1601 || hour > 23 || minute > 59 || second > 59) return undefined
  const date = new Date(Date.UTC(year, month, day, hour, minute, second))
  // 31 February would roll over: no such date exists (step 6).
  return date.getUTCDate() === day && date.getUTCMonth() === month ? date.getTime() : undefined
}

function fullYear(year: number): number {
  if (year <= 69) return year + 2000
  return year <= 99 ? year + 1900 : year
}
