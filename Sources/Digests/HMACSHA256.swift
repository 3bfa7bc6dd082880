internal import COpenSSL

/// Signs bytes with a shared secret.
///
/// - Source: RFC 2104, RFC 4231.
public enum HMACSHA256 {
    /// Computes the code that proves who wrote `bytes`.
    ///
    /// - Throws: `DigestError.emptyKey` for a key of no bytes, which proves nothing; `.unavailable` or
    ///   `.failed` when OpenSSL does not work on this machine.
    public static func code(for bytes: [UInt8], key: [UInt8]) throws(DigestError) -> AuthenticationCode {
        guard !key.isEmpty else { throw .emptyKey }
        let context = try MACContext()
        var output = [UInt8].digestBuffer
        var length = 0
        try check(.begin, copenssl_hmac_sha256_init(context.raw, key, key.count))
        try check(.update, EVP_MAC_update(context.raw, bytes, bytes.count))
        try check(.finish, EVP_MAC_final(context.raw, &output, &length, output.count))
        guard length == SHA256Digest.byteCount else {
            throw .failed(step: .finish, reason: "it wrote \(length) bytes, not \(SHA256Digest.byteCount)")
        }
        return AuthenticationCode(bytes: output)
    }
}

/// Owns one `EVP_MAC_CTX`.
private struct MACContext: ~Copyable {
    let raw: OpaquePointer

    init() throws(DigestError) {
        guard let raw = EVP_MAC_CTX_new(try Algorithms.hmac()) else {
            throw .failed(step: .allocate, reason: lastOpenSSLReason())
        }
        self.raw = raw
    }

    deinit { EVP_MAC_CTX_free(raw) }
}

/// The outcome of `HMACSHA256`: 32 bytes that only somebody with the key can make.
public struct AuthenticationCode: Equatable, Sendable {
    /// The code as bytes.
    public let bytes: [UInt8]

    /// Takes the bytes of a code, such as one that was received.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// Lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.text(bytes) }

    /// Compares in a time that does not tell how many bytes agree.
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.bytes.count == rhs.bytes.count && CRYPTO_memcmp(lhs.bytes, rhs.bytes, lhs.bytes.count) == 0
    }
}
