/** Virtual times and spans of time in words. */

/** `90 s`, `5 min`, `1 h 30 min`, `2 d`: whole seconds in the largest units that leave nothing out. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  if (Math.abs(whole) < 120 && whole % 60 !== 0) return `${whole} s`
  const parts: string[] = []
  let rest = Math.abs(whole)
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ] as const) {
    if (rest >= size) parts.push(`${Math.floor(rest / size)} ${unit}`)
    rest %= size
  }
  return `${whole < 0 ? '-' : ''}${parts.join(' ') || '0 s'}`
}

/** The time of day of an epoch time in milliseconds, `12:00:07`, in UTC. */
export function formatTime(time: number): string {
  return new Date(time).toISOString().slice(11, 19)
}
