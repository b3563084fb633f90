/** Texts that have the words of sign-ins and no error of one: nothing in them names a cause. */
import { expect, test } from 'vitest'
import { scenarios } from '../../scenario-kit/played.fixture.ts'
import { CAUSES, completeCauses, diagnose } from './index.ts'

const causes = completeCauses(CAUSES, scenarios)

const TEXTS: Readonly<Record<string, string>> = {
  'an access log of nginx': `203.0.113.9 - - [05/Jan/2026:09:00:01 +0000] "GET /login HTTP/1.1" 200 5316 "-" "Mozilla/5.0"
203.0.113.9 - - [05/Jan/2026:09:00:02 +0000] "POST /token HTTP/1.1" 200 812 "https://shop.example/" "Mozilla/5.0"`,
  'a callback that went well':
    '203.0.113.9 - - [05/Jan/2026:09:00:02 +0000] "GET /callback?code=8Mhx&state=gW9k HTTP/1.1" 302 0',
  'an upstream that is down':
    '2026/01/05 09:00:01 [error] 31#31: *7 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9, server: shop.example, request: "GET /cart HTTP/1.1", upstream: "http://127.0.0.1:3000/cart"',
  'a configuration of nginx': `location / {
  proxy_pass http://127.0.0.1:3000;
  proxy_set_header Host $host;
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_set_header Authorization $http_authorization;
  add_header Access-Control-Allow-Origin "https://shop.example";
}`,
  'a client’s settings in JSON':
    '{"client_id":"shop","client_secret":"","redirect_uris":["https://shop.example/callback"],"grant_types":["authorization_code","refresh_token"],"scope":"openid offline_access","token_endpoint_auth_method":"client_secret_basic"}',
  'a discovery document':
    '{"issuer":"https://id.example","authorization_endpoint":"https://id.example/authorize","token_endpoint":"https://id.example/token","jwks_uri":"https://id.example/jwks","acr_values_supported":["gold"],"code_challenge_methods_supported":["S256"],"claims_supported":["email_verified","auth_time"]}',
  'a token response that went well':
    '{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","scope":"openid email"}',
  'a package.json':
    '{"name":"shop","version":"1.2.0","dependencies":{"jsonwebtoken":"9.0.2","passport":"0.7.0","openid-client":"6.1.0","cookie-session":"2.1.0"},"scripts":{"test":"vitest"}}',
  'settings of TypeScript':
    '{"compilerOptions":{"target":"ES2022","strict":true,"noEmit":true,"types":["node"]},"include":["src"]}',
  'a compose file': `services:
  keycloak:
    image: quay.io/keycloak/keycloak:26.0
    environment:
      KC_HOSTNAME: id.shop.example
      KC_PROXY_HEADERS: xforwarded
    ports: ["8080:8080"]`,
  'prose about logins':
    'When a person signs in, the app sends them to the server, which asks for a password and may ask for a second factor. Then it sends them back with a code.',
  'prose about refreshing':
    'Our access tokens live for five minutes and the refresh token for eight hours. Is that a good choice for a mobile app, or should the refresh token live longer?',
  'prose about storage':
    'Some say tokens belong in localStorage, others in a cookie that scripts cannot read. We have not decided yet and would like to hear the arguments.',
  'prose about logging out':
    'How do I add a logout button to the header of the page? It should clear the session and send people to the start page.',
  'prose about consent':
    'Could the marketing team change the text of the consent page, and the picture that is shown beside the button?',
  'a letter':
    'Dear all, the magic of last week’s release was that nobody had to log in again. Thank you for the work on the session store!',
  'a meeting’s notes':
    'Agenda: 1. audience of the new campaign 2. who is the issuer of the invoices 3. state of the project 4. scope of the next sprint',
  'a stack trace of React': `TypeError: Cannot read properties of undefined (reading 'map')
    at CartList (CartList.tsx:14:22)
    at renderWithHooks (react-dom.development.js:15486:18)`,
  'a stack trace of Java': `Exception in thread "main" java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null
	at example.shop.Cart.add(Cart.java:31)
	at example.shop.Main.main(Main.java:9)`,
  'a stack trace of Python': `Traceback (most recent call last):
  File "/srv/shop/cart.py", line 12, in add
    total += item["price"]
KeyError: 'price'`,
  'a panic of Go': `panic: runtime error: index out of range [3] with length 3

goroutine 1 [running]:
main.main()
	/srv/shop/main.go:11 +0x1d`,
  'an error of PostgreSQL':
    'ERROR:  duplicate key value violates unique constraint "users_email_key"\nDETAIL:  Key (email)=(ada@mail.example) already exists.',
  'an error of a database’s login': 'FATAL:  password authentication failed for user "shop"',
  'an error of MySQL':
    "ERROR 1064 (42000): You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near 'FORM users' at line 1",
  'a query':
    "SELECT id, email, email_verified FROM users WHERE state = 'active' AND code IS NOT NULL ORDER BY auth_time",
  'a test that fails': `FAIL src/cart.test.ts > adds the price
AssertionError: expected 12 to be 13
- Expected
+ Received
- 13
+ 12`,
  'a failed installation':
    'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\nnpm ERR! Found: react@18.3.1',
  'a name that is not resolved':
    "Error: getaddrinfo ENOTFOUND db.shop.example\n    at GetAddrInfoReqWrap.onlookup [as oncomplete] (node:dns:107:26) {\n  errno: -3008,\n  code: 'ENOTFOUND',\n  syscall: 'getaddrinfo'\n}",
  'a push that is refused':
    "! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to 'git.shop.example:shop.git'",
  'headers of a page':
    'HTTP/2 200\ncontent-type: text/html; charset=utf-8\ncache-control: max-age=600\nset-cookie: theme=dark; SameSite=Lax; Secure\naccess-control-allow-origin: *',
  'a certificate that has expired': 'curl: (60) SSL certificate problem: certificate has expired',
  'a build’s log':
    '[build] 12:00:01 compiling 214 modules\n[build] 12:00:04 warning: unused variable `state` in src/session.rs\n[build] 12:00:09 finished, 0 errors',
  'words that mean nothing': 'the in not is it an and or but if so this that these',
}

test.each(Object.entries(TEXTS))('%s names no cause', (_, text) => {
  const { certainty, causes: found } = diagnose(text, causes, 1_800_000_000)
  expect(certainty, found[0]?.id).not.toBe('named')
})

test('without a word of a sign-in nothing is found at all', () => {
  for (const name of [
    'a stack trace of React',
    'a stack trace of Java',
    'a stack trace of Python',
    'a panic of Go',
    'an error of MySQL',
    'settings of TypeScript',
    'words that mean nothing',
  ]) {
    expect(diagnose(TEXTS[name] ?? '', causes, 1_800_000_000), name).toMatchObject({ certainty: 'unknown', causes: [] })
  }
})
