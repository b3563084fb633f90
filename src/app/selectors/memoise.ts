/** Remembers the last result of a function, so that a selector gives the same reference for the same state. */
export function memoise<Arguments extends readonly unknown[], Result>(
  compute: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly result: Result } | undefined
  return (...given) => {
    if (last === undefined || given.some((value, index) => !Object.is(value, last?.given[index]))) {
      last = { given, result: compute(...given) }
    }
    return last.result
  }
}
