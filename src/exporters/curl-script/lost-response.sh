#!/bin/sh
: 'Lost response, up to step 8: every request in the order in which it arrived.'
# Every token, code and secret here is a fixture of a simulation, signed with public test keys.
# Redirects are not followed; the next hop is its own command.
#
# The hosts exist only in the simulation. To send the requests to your own servers, say where they are in a file
# .curlrc next to this script, and run it with: CURL_HOME=. sh run.sh
#   connect-to = "api.example:443:localhost:8443"
#   connect-to = "auth.example:443:localhost:8444"

: 'Step 3. Frontend App → Resource API: GET /photos Authorization: Bearer'
: 'Step 4: expect 401 invalid_token'
curl -i 'https://api.example/photos' \
  -H 'accept: */*' \
  -H 'authorization: Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6InB1YmxpYy1maXh0dXJlLTEifQ.eyJpc3MiOiJodHRwczovL2F1dGguZXhhbXBsZSIsInN1YiI6InVzZXItMSIsImF1ZCI6Imh0dHBzOi8vYXBpLmV4YW1wbGUiLCJjbGllbnRfaWQiOiJwaG90by1wcmludHMiLCJleHAiOjE3OTM2MjExMDAsImlhdCI6MTc5MzYyMDgwMCwianRpIjoiR25VOUU1OVljUDVRelNjd2o4dGF4USIsInNjb3BlIjoicGhvdG9zOnJlYWQiLCJhdXRoX3RpbWUiOjE3OTM2MjA4MDAsImFjciI6InVybjphdXRobGFuZTphY3I6c2luZ2xlLWZhY3RvciIsImFtciI6WyJwd2QiXX0.dsYFfOMIfDdqVla3YX1NV5I7yA6uC3Kod-eFvjShwbGD11GuYLSqglUcitcAh5GeA1gepk4n8v827bjMI6A_DMzCJy5vOoITnKvug5DdVfFgGFXfHVwR0ZIfYBvADcaJfUphChVWfyCstR7AfcCtVbZsZ1qzHvV746R1cwsMru4lb9Y5ZB5laH7qMh1Pnej6xdzE3mHD7Wp3aA8aYnp5aBiezl1TiAqj2v3Q1GSU8nifqupRF0LYfCQeTewYWdekrLWGmhd5lsRDqbInKb6Y9AoEYkaNDdGPoiSjGs0IQVTvmHPLR0yvlxL0gHzpojXhmnEEyve8bWxF-R-8mEomTw' \
  -H 'origin: https://app.example' \
  -H 'referer: https://app.example/'
echo

: 'Step 5. Frontend App → Authorization Server: POST /token grant_type=refresh_token'
: 'Step 6: the answer was lost on the way.'
curl -i 'https://auth.example/token' \
  -H 'accept: */*' \
  -H 'content-type: application/x-www-form-urlencoded;charset=UTF-8' \
  -H 'origin: https://app.example' \
  -H 'referer: https://app.example/' \
  --data-raw 'grant_type=refresh_token&refresh_token=Xe4fPG1KtHQOmWWW1wKIfplXzfr2SDvTIIySCCZS4SE&client_id=photo-prints'
echo

: 'Step 7. Frontend App → Authorization Server: POST /token grant_type=refresh_token'
: 'Step 8: expect 400 invalid_grant'
curl -i 'https://auth.example/token' \
  -H 'accept: */*' \
  -H 'content-type: application/x-www-form-urlencoded;charset=UTF-8' \
  -H 'origin: https://app.example' \
  -H 'referer: https://app.example/' \
  --data-raw 'grant_type=refresh_token&refresh_token=Xe4fPG1KtHQOmWWW1wKIfplXzfr2SDvTIIySCCZS4SE&client_id=photo-prints'
echo
