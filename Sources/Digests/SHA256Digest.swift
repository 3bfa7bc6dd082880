/// A SHA-256 digest: 32 bytes that stand for a content.
///
/// - Source: FIPS 180-4.
public struct SHA256Digest: Hashable, Sendable {
    /// How many bytes every digest has.
    public static let byteCount = 32

    // Four words instead of an array: no memory of its own, compared in four steps.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Takes the bytes of a digest; nil unless there are 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        func word(_ index: Int) -> UInt64 {
            bytes[8 * index..<8 * index + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
        words = (word(0), word(1), word(2), word(3))
    }

    /// Reads `sha256:` and 64 lower-case hexadecimal digits: what `description` writes, and nothing else.
    ///
    /// - Throws: `DigestError.malformedDigest`.
    public init(parsing text: String) throws(DigestError) {
        guard text.hasPrefix(Self.prefix),
            let bytes = Hexadecimal.bytes(text.utf8.dropFirst(Self.prefix.utf8.count)),
            let digest = SHA256Digest(bytes: bytes)
        else { throw .malformedDigest }
        self = digest
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.byteCount) { bytes, count in
            func write(_ word: UInt64, at place: Int) {
                for offset in 0..<8 {
                    bytes.initializeElement(
                        at: place + offset, to: UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * offset)))
                }
            }
            write(words.0, at: 0)
            write(words.1, at: 8)
            write(words.2, at: 16)
            write(words.3, at: 24)
            count = Self.byteCount
        }
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.text(bytes) }

    private static let prefix = "sha256:"

    /// True when all bytes agree.
    public static func == (lhs: Self, rhs: Self) -> Bool { lhs.words == rhs.words }

    /// Hashes the four words.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

extension SHA256Digest: CustomStringConvertible {
    /// The digest with its algorithm, as our files write it: `sha256:` and 64 digits.
    public var description: String {
        // A batch writes three of them a line: straight from the words, without lists on the way.
        let prefix = Self.prefix.utf8
        return String(unsafeUninitializedCapacity: prefix.count + 2 * Self.byteCount) { text in
            var place = text.initialize(fromContentsOf: prefix)
            func write(_ word: UInt64) {
                for shift in stride(from: 60, through: 0, by: -4) {
                    let digit = Hexadecimal.digit(UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15)
                    text.initializeElement(at: place, to: digit)
                    place += 1
                }
            }
            write(words.0)
            write(words.1)
            write(words.2)
            write(words.3)
            return place
        }
    }
}
