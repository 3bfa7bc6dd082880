/// A 128-bit hash of bytes, for the file identifier and the names of font subsets.
///
/// It is an identifier and proves nothing: whoever wants to prove that a file is unchanged uses a
/// cryptographic digest. Two lanes of multiply-and-fold, sixteen bytes a step, the same on every machine.
struct ContentHash: Hashable, Sendable {
    private(set) var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    private(set) var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    /// The hash of nothing yet, for `addSteps` and `finish`.
    init() {}

    init(_ bytes: [UInt8]) { finish(bytes, from: 0) }

    init(_ words: [UInt64]) {
        for word in words { add(word, 0) }
        add(UInt64(words.count), 2)
    }

    /// Adds bytes from `start` on in whole steps.
    ///
    /// - Returns: where the next step begins; fewer than sixteen bytes are left from there.
    mutating func addSteps(of bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            var offset = start
            while offset + 16 <= buffer.count {
                let first = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let second = buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
                add(UInt64(littleEndian: first), UInt64(littleEndian: second))
                offset += 16
            }
            return offset
        }
    }

    /// Adds what is left from `start` on, and the length of the whole.
    mutating func finish(_ bytes: [UInt8], from start: Int) {
        let offset = addSteps(of: bytes, from: start)
        var rest: (UInt64, UInt64) = (0, 0)
        for (place, byte) in bytes[offset...].enumerated() {
            if place < 8 {
                rest.0 |= UInt64(byte) << UInt64(place * 8)
            } else {
                rest.1 |= UInt64(byte) << UInt64((place - 8) * 8)
            }
        }
        add(rest.0, rest.1)
        add(UInt64(bytes.count), 1)
    }

    private mutating func add(_ first: UInt64, _ second: UInt64) {
        let nextHigh = Self.fold(high ^ first, second ^ 0xA076_1D64_78BD_642F)
        let nextLow = Self.fold(low ^ second, first ^ 0xE703_7ED1_A0B4_28DB)
        (high, low) = (nextHigh &+ second, nextLow &+ first)
    }

    private static func fold(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 {
        let product = lhs.multipliedFullWidth(by: rhs)
        return product.high ^ product.low
    }
}
