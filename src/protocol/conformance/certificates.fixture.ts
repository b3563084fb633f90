/** Two self-signed certificates, made with openssl for these tests and without their keys: whoever tests hands them in as a transport would. */

/** C=GB, O=Print Shop, Ltd, OU=Back office, CN=printer-1; with a DNS name, a URI, two addresses and a mail address. */
export const PRINTER = `-----BEGIN CERTIFICATE-----
MIICUjCCAfmgAwIBAgIUKJg1wSIrKN/gYLcFUwHMimkUhTEwCgYIKoZIzj0EAwIw
UTELMAkGA1UEBhMCR0IxGDAWBgNVBAoMD1ByaW50IFNob3AsIEx0ZDEUMBIGA1UE
CwwLQmFjayBvZmZpY2UxEjAQBgNVBAMMCXByaW50ZXItMTAgFw0yNjExMjgxNDEy
MzdaGA8yMTI2MTEwNDE0MTIzN1owUTELMAkGA1UEBhMCR0IxGDAWBgNVBAoMD1By
aW50IFNob3AsIEx0ZDEUMBIGA1UECwwLQmFjayBvZmZpY2UxEjAQBgNVBAMMCXBy
aW50ZXItMTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDGzXKUFqLyf/EYP1zfZ
c3DnNjl/6VunDvv+JICdntlIqw8jQIMPxXrO/lHqdNJpO/83a3awFSBLsXcqvf7G
hwijgawwgakwHQYDVR0OBBYEFAx9qUotDqTbkvvV9hP6jZkdawsUMB8GA1UdIwQY
MBaAFAx9qUotDqTbkvvV9hP6jZkdawsUMA8GA1UdEwEB/wQFMAMBAf8wVgYDVR0R
BE8wTYIPcHJpbnRlci5leGFtcGxlhg11cm46cHJpbnRlcjoxhwTAAAIHhxAgAQ24
AAAAAAAAAAAAAAAHgRNvcHNAcHJpbnRlci5leGFtcGxlMAoGCCqGSM49BAMCA0cA
MEQCIGZXpgLx8hhceDHiMelqjraVvAIxO3rFovWgAx1CjLO+AiBzqXrsdVHL3RdF
V5lJTsSx9rtDGq0tbA03TfGUMwFUIA==
-----END CERTIFICATE-----`

/** CN=stranger. */
export const STRANGER = `-----BEGIN CERTIFICATE-----
MIIBfDCCASOgAwIBAgIUMSEgwDnpIMKHEDImKAS+e8QcEGgwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAwwIc3RyYW5nZXIwIBcNMjYxMTI4MTQxMjM3WhgPMjEyNjExMDQx
NDEyMzdaMBMxETAPBgNVBAMMCHN0cmFuZ2VyMFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEDcde/8ez/dl4eknOd3EIfcBMQB2WDIbvHSfx4Z3VO5X5VwQmYGfv6Gng
4ml6epUmtLT8xr/KM1Rx0IRxisznaqNTMFEwHQYDVR0OBBYEFGDmTbZd6YTjdMM/
I/5314cCGOn4MB8GA1UdIwQYMBaAFGDmTbZd6YTjdMM/I/5314cCGOn4MA8GA1Ud
EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgPrjafNs/ibXEyoQoZ2I+qDm7
vPuOZw9h+lUZ/SOiLqsCIEKBqdEQJg6IfIz+Iplh1xnrfo5dnusoqvd8k1mmKw6z
-----END CERTIFICATE-----`

/** The base64 of a certificate's DER, as `x5c` has it. */
export function x5cOf(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----|\s/g, '')
}
