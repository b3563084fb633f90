// @ts-check
/** Closes a Vitest or a Playwright run with the plain line that `.ci/test.mjs` adds up: «unit: N passed, N failed, N skipped». */
export default class CountReporter {
  /** Playwright @param {unknown} _config @param {import('@playwright/test/reporter').Suite} suite */
  onBegin(_config, suite) {
    this.suite = suite
  }

  /** Playwright */
  onEnd() {
    // One line a project: the journeys of the engines are the same, and which engine failed is what counts.
    for (const project of this.suite?.suites ?? []) {
      const n = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
      for (const test of project.allTests()) n[test.outcome()]++
      const name = project.project()?.name
      console.log(`${name}: ${n.expected + n.flaky} passed, ${n.unexpected} failed, ${n.skipped} skipped`)
    }
  }

  /** Vitest @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    const n = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      if (module.errors().length > 0) n.failed++
      for (const test of module.children.allTests()) n[test.result().state]++
    }
    console.log(`unit: ${n.passed} passed, ${n.failed} failed, ${n.skipped + n.pending} skipped`)
  }

  printsToStdio() {
    return false
  }
}
