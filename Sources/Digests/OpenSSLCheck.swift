internal import COpenSSL

/// Turns OpenSSL's return value into a Swift error; the only place that does.
func check(_ step: DigestStep, _ result: CInt) throws(DigestError) {
    guard result == 1 else { throw .failed(step: step, reason: lastOpenSSLReason()) }
}

/// OpenSSL's text for the newest error of this thread; empties the thread's list of errors.
func lastOpenSSLReason() -> String {
    let code = ERR_peek_last_error()
    ERR_clear_error()
    guard code != 0, let reason = ERR_reason_error_string(code) else { return "" }
    return String(cString: reason)
}

/// Algorithms, fetched once: a fetch takes locks and costs more than a short digest.
enum Algorithms {
    // Proof: a fetched EVP_MD is immutable and counted by atomic references; OpenSSL
    // documents it as shareable between threads. The value is set once and never freed.
    private nonisolated(unsafe) static let fetchedSHA256 = EVP_MD_fetch(nil, "SHA256", nil)
    // Proof: the same holds for a fetched EVP_MAC.
    private nonisolated(unsafe) static let fetchedHMAC = EVP_MAC_fetch(nil, "HMAC", nil)

    static func sha256() throws(DigestError) -> OpaquePointer {
        guard let algorithm = fetchedSHA256 else { throw .unavailable(algorithm: "SHA-256") }
        return algorithm
    }

    static func hmac() throws(DigestError) -> OpaquePointer {
        guard let algorithm = fetchedHMAC else { throw .unavailable(algorithm: "HMAC") }
        return algorithm
    }
}

extension Array where Element == UInt8 {
    /// Thirty-two zero bytes for OpenSSL to write a digest into.
    static var digestBuffer: [UInt8] { Array(repeating: 0, count: SHA256Digest.byteCount) }
}
