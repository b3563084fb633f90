/** Where the tokens belong on each kind of platform. */
import type { StorageAdvice } from '../contract.ts'

/** The callouts of the steps that keep a token. */
export const storage: readonly StorageAdvice[] = [
  {
    artifact: 'refresh_token',
    platform: 'iOS',
    place: 'Keychain, kSecAttrAccessibleWhenUnlockedThisDeviceOnly',
    readableBy: 'This app and apps of the same access group, while the device is unlocked',
    advice:
      'Not in UserDefaults, which is a plain file in every backup. ThisDeviceOnly keeps it out of backups and other devices. The Keychain outlives the app: delete the item at the first start after an installation.',
  },
  {
    artifact: 'refresh_token',
    platform: 'Android',
    place: 'App-private file, encrypted with a key of the Android Keystore',
    readableBy: 'This app; the key never leaves the secure hardware',
    advice:
      'Not in plain SharedPreferences. Exclude the file from auto backup: the key does not move to a new device, so the copy could never be read.',
  },
  {
    artifact: 'access_token',
    platform: 'Browser',
    place: 'Memory of the page',
    readableBy: 'Scripts of this page, injected ones too, until a reload',
    advice:
      'Not in localStorage: every script of the origin reads it from every tab, it survives the session, and one injected line carries it away. Memory limits a theft to the time in which the page is open.',
  },
  {
    artifact: 'refresh_token',
    platform: 'Browser',
    place: 'A backend for the frontend; the browser has an HttpOnly, Secure, SameSite cookie',
    readableBy: 'The backend; no script can read the cookie',
    advice:
      'The best a web app can do: no token reaches the browser at all. A page that must hold a refresh token itself holds it in memory, with rotation and a short lifetime, and accepts that a reload means a trip to the authorization server.',
  },
  {
    artifact: 'refresh_token',
    platform: 'Desktop',
    place: 'Credential store of the system: macOS Keychain, Windows Credential Manager, Secret Service',
    readableBy: 'Programs of this user; on macOS only those that the user allowed',
    advice:
      'Not in a configuration file. Malware of the same user may still read it, so rotation and an absolute lifetime matter.',
  },
  {
    artifact: 'refresh_token',
    platform: 'Server',
    place: 'Database, encrypted with a key of a key management service, one row a session',
    readableBy: 'The service, and whoever has both the database and the key',
    advice:
      'Write the new token in one transaction before the access token is used, and lock the row while refreshing, so that two instances do not replay it.',
  },
]
