// The command that the MCP conformance suite starts as “the client”: it passes the task on to the test that runs the client, and
// ends as that ended. Arguments: the address of the test, the address of the MCP server.
const [test, server] = process.argv.slice(2)
const { MCP_CONFORMANCE_SCENARIO: scenario = '', MCP_CONFORMANCE_CONTEXT: context = '{}' } = process.env
const response = await fetch(test, {
  method: 'POST',
  body: JSON.stringify({ server, scenario, context: JSON.parse(context) }),
})
console.log(await response.text())
process.exitCode = response.ok ? 0 : 1
