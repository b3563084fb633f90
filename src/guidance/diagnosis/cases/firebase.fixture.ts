/** What people posted about Firebase Authentication, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'firebase-custom-token',
    cause: 'key-in-place-of-a-token',
    source: 'https://github.com/firebase/firebase-admin-python/issues/51',
    input:
      'ValueError: Firebase ID token has incorrect "aud" (audience) claim. Expected "shop" but got "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit". Make sure the ID token comes from the same Firebase project as the service account used to authenticate this SDK.',
  },
  {
    id: 'firebase-google-id-token',
    cause: 'token-for-another-audience',
    source: 'https://github.com/flutter/flutter/issues/81536',
    input: `errorInfo: {
    code: 'auth/argument-error',
    message: 'Firebase ID token has incorrect "aud" (audience) claim. Expected "shop" but got "1000-abc.apps.googleusercontent.example". Make sure the ID token comes from the same Firebase project as the service account used to authenticate this SDK. See https://firebase.google.com/docs/auth/admin/verify-id-tokens for details on how to retrieve an ID token.'
  },
  codePrefix: 'auth'`,
  },
  {
    id: 'firebase-google-id-token-go',
    cause: 'token-for-another-audience',
    source: 'https://github.com/firebase/firebase-admin-go/issues/723',
    input:
      'ID token has invalid \'aud\' (audience) claim; expected "shop" but got "1000-abc.apps.googleusercontent.example"; make sure the ID token comes from the same Firebase project as the credential used to authenticate this SDK',
  },
  {
    id: 'firebase-task-token',
    cause: 'token-for-another-audience',
    source: 'https://github.com/firebase/functions-samples/issues/1136',
    input:
      'ERROR:root:Error validating token: Firebase ID token has incorrect "aud" (audience) claim. Expected "shop" but got "https://task.run.example". Make sure the ID token comes from the same Firebase project as the service account used to authenticate this SDK.',
  },
  {
    id: 'firebase-apple-service',
    cause: 'token-for-another-audience',
    source: 'https://github.com/aboutyou/dart_packages/issues/94',
    input:
      'The supplied auth credential is malformed or has expired. [ The audience in ID Token [com.example.shop.auth-service] does not match the expected audience com.example.shop. ]',
  },
  {
    id: 'firebase-domain',
    cause: 'origin-not-registered',
    source: 'https://github.com/google/dotprompt/issues/108',
    input: `index-1a2b.js:2492 Uncaught (in promise) FirebaseError: Firebase: Error (auth/unauthorized-domain).
    at RZ (index-1a2b.js:2492:760)
    at Rf (index-1a2b.js:2492:30)`,
  },
  {
    id: 'firebase-domain-console',
    cause: 'origin-not-registered',
    source: 'https://github.com/popcodeorg/popcode/issues/644',
    input: `auth/unauthorized-domain in /
This domain (shop.example) is not authorized to run this operation. Add it to the OAuth redirect domains list in the Firebase console -> Auth section -> Sign in method tab.`,
  },
] satisfies readonly DiagnosisCase[]
