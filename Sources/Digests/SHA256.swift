internal import COpenSSL

/// The digest of content that is in memory.
///
/// - Source: FIPS 180-4.
public enum SHA256 {
    /// Digests bytes in one call.
    ///
    /// - Throws: `DigestError.unavailable` or `.failed` when OpenSSL does not work on this machine.
    public static func digest(of bytes: [UInt8]) throws(DigestError) -> SHA256Digest {
        let algorithm = try Algorithms.sha256()
        var output = [UInt8].digestBuffer
        var length: CUnsignedInt = 0
        try check(.finish, EVP_Digest(bytes, bytes.count, &output, &length, algorithm, nil))
        return try digest(output, length: Int(length))
    }

    /// The digest of a text's UTF-8 bytes.
    public static func digest(of text: String) throws(DigestError) -> SHA256Digest {
        try digest(of: Array(text.utf8))
    }

    static func digest(_ output: [UInt8], length: Int) throws(DigestError) -> SHA256Digest {
        guard length == SHA256Digest.byteCount, let digest = SHA256Digest(bytes: output) else {
            throw .failed(step: .finish, reason: "it wrote \(length) bytes, not \(SHA256Digest.byteCount)")
        }
        return digest
    }
}

/// Computes a digest of content that comes in pieces.
public struct SHA256Hasher: ~Copyable {
    private let context: DigestContext

    /// Starts with no content.
    ///
    /// - Throws: `DigestError.unavailable` or `.failed` when OpenSSL does not work on this machine.
    public init() throws(DigestError) {
        let algorithm = try Algorithms.sha256()
        let context = try DigestContext()
        try check(.begin, EVP_DigestInit_ex2(context.raw, algorithm, nil))
        self.context = context
    }

    /// Takes the next piece.
    public mutating func update(_ bytes: [UInt8]) throws(DigestError) {
        try check(.update, EVP_DigestUpdate(context.raw, bytes, bytes.count))
    }

    /// The digest of all pieces in their order; ends the hasher.
    public consuming func finish() throws(DigestError) -> SHA256Digest {
        var output = [UInt8].digestBuffer
        var length: CUnsignedInt = 0
        try check(.finish, EVP_DigestFinal_ex(context.raw, &output, &length))
        return try SHA256.digest(output, length: Int(length))
    }
}

/// Owns one `EVP_MD_CTX`.
///
/// It cannot be copied, so it is freed exactly once. Not private: optimised clients of `SHA256Hasher` refer
/// to its layout, and a private one has no symbol to link.
struct DigestContext: ~Copyable {
    let raw: OpaquePointer

    init() throws(DigestError) {
        guard let raw = EVP_MD_CTX_new() else {
            throw .failed(step: .allocate, reason: lastOpenSSLReason())
        }
        self.raw = raw
    }

    deinit { EVP_MD_CTX_free(raw) }
}
