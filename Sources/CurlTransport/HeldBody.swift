/// A small request body at an address that stays, for libcurl to read while the request runs.
///
/// libcurl sends such a body together with the head: one packet instead of two. It belongs to one handle, which uses it for
/// one request after the other.
struct HeldBody: ~Copyable {
    /// Largest body that is held, in bytes; a larger one is read piece by piece.
    static let bytesMax = 16_384

    /// Never freed through this.
    let raw: UnsafeMutablePointer<UInt8>

    init() { raw = .allocate(capacity: Self.bytesMax) }

    deinit { raw.deallocate() }

    /// Takes the place of the body before it.
    ///
    /// - Precondition: `bytes` has at most `bytesMax` bytes.
    func hold(_ bytes: [UInt8]) {
        precondition(bytes.count <= Self.bytesMax, "HTTPPart.BodyWay.whole is only for small bodies")
        bytes.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            raw.update(from: start, count: source.count)
        }
    }
}
