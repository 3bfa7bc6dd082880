/// Everything that can go wrong in `Digests`.
///
/// Keys and hashed content never stand in an error.
public enum DigestError: Error, Hashable, Sendable {
    /// The installed OpenSSL does not offer an algorithm.
    case unavailable(algorithm: String)
    /// A call into OpenSSL failed; `reason` is OpenSSL's own text, possibly empty.
    case failed(step: DigestStep, reason: String)
    /// A signature was asked for with a key of no bytes.
    case emptyKey
    /// A text that should be a digest is not one.
    case malformedDigest
}

/// The calls into OpenSSL that can fail.
public enum DigestStep: String, Hashable, Sendable, CaseIterable {
    case allocate = "allocate a context"
    case begin = "begin"
    case update = "take bytes"
    case finish = "finish"
}

extension DigestError: CustomStringConvertible {
    /// One sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .unavailable(let algorithm):
            "OpenSSL on this machine does not offer \(algorithm): check its configuration and its providers."
        case .failed(let step, let reason):
            "OpenSSL could not \(step.rawValue) while it computed a digest: "
                + (reason.isEmpty ? "it gave no reason." : "\(reason).")
        case .emptyKey:
            "The secret for a signature is empty: put a secret into its file."
        case .malformedDigest:
            "This is not a SHA-256 digest: write \"sha256:\" and 64 of 0-9 and a-f."
        }
    }
}
