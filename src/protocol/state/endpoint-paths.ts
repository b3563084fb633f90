/** Where a server has its endpoints, if not at the usual paths. */

/** Paths by the usual path of the endpoint. */
export type EndpointPaths = Readonly<Record<string, string>>

/** As long as a path may be, in characters. */
const LONGEST_PATH = 100

/** Throws a TypeError that names the endpoint whose path could not be one. */
export function checkEndpointPaths(paths: EndpointPaths): void {
  for (const [usual, path] of Object.entries(paths)) {
    // What a URL parser would change could never be the path of a request.
    const isPath = /^\/[^?#]*$/.test(path) && new URL(`https://as.example${path}`).pathname === path
    if (!isPath || path.length > LONGEST_PATH) {
      throw new TypeError(
        `endpoint_paths: ${usual} needs a path of at most ${LONGEST_PATH} characters that begins with /, not ${path}`,
      )
    }
  }
}
