public import ContactRouting

/// Tells a restored store from the one that its backup was made of, and from every other one restored from it.
///
/// What went out after the backup is not in it, so numbers that are counted in the store come again. With the mark in
/// them, references of deliveries do not, nor what is made of them: Message-IDs, idempotency keys, references at
/// providers. A store that was never restored has none.
public struct StoreMark: Hashable, Sendable, CustomStringConvertible {
    /// 40 bits, five for each character.
    public static let characterCount = 8

    /// Digits and letters without i, l, o and u, which are taken for others.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    public let text: String

    /// Takes what a store has read; nil unless it is a mark.
    public init?(_ text: String) {
        guard text.utf8.count == Self.characterCount, text.utf8.allSatisfy(Self.alphabet.contains) else {
            return nil
        }
        self.text = text
    }

    /// Makes a new mark.
    ///
    /// - Parameter chance: the first five bytes are used.
    public init(_ chance: LogSalt) {
        let bits = chance.bytes.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let characters = (0..<Self.characterCount).map { place in
            Self.alphabet[Int(bits >> UInt64(5 * place) & 31)]
        }
        text = String(decoding: characters, as: UTF8.self)
    }

    public var description: String { text }

    /// True for a delivery that was ordered in the store of this mark: after the restore, then.
    public func marks(_ reference: DeliveryReference) -> Bool { reference.text.hasSuffix("-\(text)") }
}
