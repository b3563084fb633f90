/** Why a refusal makes sense, in words that stand without the values that were compared. */

/** What it means, by the rule: in words that stand without the values that were compared. */
export const WHY_BY_RULE: Readonly<Record<string, string>> = {
  acr: 'A password was enough to sign in, but not for this. The app has to send the person to sign in again.',
  acr_values: 'It says so at once, instead of signing the person in less strongly than the app needs.',
  active: 'It has expired or was revoked, or the server that is asked never issued it.',
  another_browser: 'Nothing is used up by that. In the browser that asked for the mail the link still works.',
  api_key: 'When a key is replaced, everybody who still has the old one is locked out at once.',
  assertion: 'It must come from somebody the server trusts, be made for this server, and not be too old.',
  assertion_replay: 'Such a statement is good once. Who sends it again may have found it somewhere.',
  assertion_subject: 'The signature is right, but it only says whose it is. Everybody on that platform gets one.',
  audience: 'A token says which API it is for. Another one must not take it, or one leak would open all.',
  authentication_age:
    'For this the person must have signed in a short while ago. The app has to send them to do it again.',
  auth_req_id_denied: 'The app is told so, and gets no token.',
  auth_req_id_expiry: 'A question on a phone lapses. The app has to ask anew, when somebody wants to go on.',
  code_verifier_missing:
    'The secret of a sign-in stays in the browser that began it. Without it a code is worth nothing, to a thief as well.',
  email_code: 'A few tries are allowed, so that nobody can guess it.',
  email_link:
    'It works once and for a while. A program that opens the links in mails counts as somebody who has pressed.',
  authorization_code_expiry:
    'A code is good for a minute or so, because it travels through the browser where others may see it.',
  authorization_code_replay:
    'A code works once. A second use looks like theft, so what the first one brought is revoked too.',
  backchannel_logout: 'The person may still be signed in there, until that app’s own session ends.',
  callback:
    'The app has an address for each server. A code that comes to another one is not from the server that it asked.',
  client: 'Tokens are given only to those who are registered and can prove it.',
  client_authentication_method:
    'It is agreed at registration how a client proves who it is. Another way, or none, is refused.',
  client_metadata: 'A server decides which clients it accepts and what they may ask for.',
  consent: 'The app is told so, and gets no code and no token.',
  credentials: 'It does not say which of the two is wrong, so that nobody can find out who has an account.',
  device_code_denied: 'The app is told so the next time it asks, and gets no token.',
  device_code_expiry: 'A short code could be guessed, so it does not live long. The device has to show a new one.',
  device_network: 'Somebody far away may have sent the code. Whoever owns a device is mostly in the same network.',
  device_not_trusted: 'Trust in a browser lasts only for a while. After that a second proof is needed again.',
  dpop_binding:
    'Whoever has the token must also have the key that it was given to. A thief has a copy of the token, not of the key.',
  dpop_htm: 'A proof says for which kind of request it is. One that was made for another is good for nothing else.',
  dpop_htu: 'A proof says for which address it is. One that was made for another is good for nothing else.',
  dpop_iat:
    'A proof says when it was made, by the clock of the device. Where that is off, even a fresh proof looks old or not yet made.',
  dpop_jti: 'A proof is good for one request. Whoever recorded it and sends it again comes second.',
  dpop_nonce:
    'The answer brings a new one. The proof has to be signed again with it, so none can have been made long before.',
  expiry: 'Access tokens are short-lived on purpose. A new one is needed to go on.',
  factor_not_enrolled: 'A second proof is required here, and there is nothing to give it with.',
  initial_access_token: 'A new client is announced to the operator first, who gives a token for its registration.',
  introspection: 'It has expired or was revoked. To whoever asks there is no difference.',
  invalid_credentials: 'It does not say which of the two is wrong, so that nobody can find out who has an account.',
  issued_in_the_future:
    'Its clock is behind that of the server. A new sign-in does not help: that one will be in the future as well.',
  logout_token_event: 'Notes of one signer can be about different things. Whoever takes one for another can be fooled.',
  logout_token_replay: 'It was right once. Who sends it again may want somebody out who has signed in since.',
  logout_token_signature: 'The address is open to everybody. Only the signature shows that the right server says it.',
  may_act: 'A token can say who may act for the person. Whoever else has it can do nothing with it here.',
  metadata_issuer: 'A server that passes for another one would be sent the code. Every character of the name counts.',
  max_age: 'For this the person must have signed in a short while ago. The app has to send them to do it again.',
  missing_initial_state:
    'What was written down in the window is not there in a frame of another site. The browser keeps the two apart.',
  otp_clock_skew: 'Such a code is made from the time of day. Where the clocks differ, so do the codes.',
  otp_expired: 'Each code is good for half a minute or so.',
  otp_invalid: 'Only a few wrong codes are allowed, so that nobody can try them all.',
  otp_reused: 'A code works once, so that nobody who looked over a shoulder can use it.',
  ping: 'A ping is sent once. The app can still ask by itself.',
  polling: 'This is no failure. It means: ask again, after a pause.',
  polling_interval: 'Asking costs the server something. It means: go on, with five seconds more in between.',
  passkey_answer: 'The value to be signed works once. Whoever sends the same answer again gets nothing.',
  passkey_only: 'What can be typed can be typed into the wrong page. A passkey cannot.',
  passkey_origin:
    'The browser has written down whose page it was, and the passkey has signed it. Nobody can change that.',
  passkey_scope: 'Each passkey was made for one site. For any other there is nothing to sign with.',
  pkce: 'The secret does not fit the hash sent at the start. Whoever trades the code is not who began the sign-in.',
  pkce_unsupported: 'It would take the hash of the secret in silence, and then not ask for the secret.',
  post_logout_redirect_uri: 'Otherwise anybody could use the sign-out to send people to a page of their own.',
  pushed_authorization_request:
    'If a request in an address were good enough, whoever changes it would simply leave the other way out.',
  push_denied: 'Perhaps somebody else knows the password. This is what the prompt is for.',
  push_number_mismatch: 'Whoever agrees must see both screens. A wrong number means that they do not.',
  push_timeout: 'A prompt that nobody answers lapses. A new one can be sent.',
  redirect_count: 'No page comes of it. The browser gives up, and cannot know which of the redirects was wrong.',
  redirect_loop: 'It shows what is wrong instead of sending the browser away once more.',
  redirect_uri: 'Otherwise a code could be sent to a page of somebody else. Every character counts.',
  refresh_token_binding:
    'The app has no secret that would protect it, so the server asks for the key that it was given to.',
  refresh_token_expiry: 'Now only the person can help, by signing in again.',
  refresh_token_replay: 'It works once. A second use looks like theft, so all tokens of this sign-in are revoked.',
  refresh_token_revoked: 'Everything that came from this sign-in has ended. The person has to sign in again.',
  resource: 'A token is for one API, by the name that the API has. Part of its address is another name.',
  request_uri: 'It is for one app, for one use, and for a short time, so that nobody can use one that was found.',
  response_type: 'Tokens in an address leak easily. A server, or the registration of an app, can rule them out.',
  revocation_list: 'The list is fetched from time to time. Until then a revoked token may still pass.',
  role: 'The token is good. What the person may do is another question.',
  rp_id: 'The browser looks at the address of the page. A page that only looks right does not get past it.',
  scope: 'What a token or an app may do is agreed beforehand. More than that is refused.',
  session_expired: 'A session does not last forever. The person has to prove again who they are.',
  session_revoked: 'Somebody ended it from outside. The person has to sign in again.',
  state: 'It may come from an attacker who wants the person to use the attacker’s account.',
  subject_scope: 'Trading a token is no way to more rights. For more, the person has to agree.',
  subject_token: 'It must be traded while it is good. What comes of it does not live longer either.',
  target: 'The name is compared exactly. A slash at the end makes it another one.',
  too_many_attempts: 'Otherwise somebody could try all codes one after the other.',
  user_code: 'It was mistyped, is too old, or was used before. The device can show a new one.',
}

/** The same by the error, where no rule is known. */
export const WHY_BY_ERROR: Readonly<Record<string, string>> = {
  access_denied: 'Without a yes there is nothing to go on with.',
  csrf: 'A page of another site can send a form, but it cannot make it look like one of the app’s own.',
  invalid_request: 'Something that the server needs was left out, or did not come as it must.',
  invalid_grant: 'A code or a refresh token can expire, be used up, or be revoked.',
  invalid_scope: 'What an app may ask for is agreed beforehand. For more than that it is refused, whoever signs in.',
  invalid_target: 'A token is for one API, by the name that the API has. Part of its address is another name.',
  temporarily_unavailable: 'Nobody has done anything wrong. It can be tried again, later or in another way.',
  no_session: 'No session cookie that it knows came with the request.',
}
