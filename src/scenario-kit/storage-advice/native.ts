/** Where apps on phones and desktops keep their tokens: the systems’ own stores for secrets. */
import type { StorageAdvice } from '../contract.ts'

/** A refresh token on each system that a native app runs on. */
export const refreshTokenOnDevices: readonly StorageAdvice[] = [
  {
    artifact: 'refresh_token',
    platform: 'iOS',
    place: 'Keychain, kSecAttrAccessibleWhenUnlockedThisDeviceOnly',
    readableBy: 'This app and apps of the same access group, while the device is unlocked',
    advice:
      'Not in UserDefaults, which is a plain file in every backup. ThisDeviceOnly keeps it from moving to another device. An app that refreshes in the background needs AfterFirstUnlockThisDeviceOnly: while the device is locked, WhenUnlocked items cannot be read. Items can outlive the app: delete them at the first launch after an installation.',
    reference: 'Apple Platform Security',
  },
  {
    artifact: 'refresh_token',
    platform: 'Android',
    place: 'App-private file, encrypted with a key of the Android Keystore',
    readableBy: 'This app; the key does not leave the Keystore, which is secure hardware where the device has it',
    advice:
      'Not in plain SharedPreferences. Exclude the file from auto backup: the key does not move to a new device, so the copy could never be read.',
    reference: 'Android Keystore system',
  },
  {
    artifact: 'refresh_token',
    platform: 'Desktop',
    place: 'Credential store of the system: macOS Keychain, Windows Credential Manager, Secret Service',
    readableBy: 'Programs of this user; on macOS, only those that the user allowed',
    advice:
      'Not in a file in the home directory, which backups and other programs read. Malware of the same user may still reach the store, so rotation and an absolute lifetime matter. Electron’s safeStorage takes its key from these stores; on Linux without one it protects nothing.',
    reference: 'RFC 6819 §5.3.3',
  },
]

/** An access token on phones. */
export const accessTokenOnDevices: readonly StorageAdvice[] = [
  {
    artifact: 'access_token',
    platform: 'iOS',
    place: 'Memory of the app; the Keychain where it must survive a restart',
    readableBy: 'This app',
    advice: 'It lives for minutes and the refresh token brings another: there is seldom a reason to store it.',
    reference: 'OWASP MASVS-STORAGE-1',
  },
  {
    artifact: 'access_token',
    platform: 'Android',
    place: 'Memory of the app; a file encrypted with a Keystore key where it must survive a restart',
    readableBy: 'This app',
    advice:
      'Keep it out of logs and crash reports: other apps cannot read the log since Android 4.1, but bug reports and crash services carry both away.',
    reference: 'OWASP MASVS-STORAGE-1',
  },
]
