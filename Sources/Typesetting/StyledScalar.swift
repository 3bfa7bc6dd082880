/// One character of a paragraph, and the face it is set in.
struct StyledScalar: Hashable, Sendable {
    var value: UInt32
    var face: Face
    /// Even from left to right, odd from right to left; see `Bidirection`.
    var level: UInt8 = 0

    /// Tells words apart that are shaped differently: a bracket turns round in text that runs from right to left.
    var key: UInt32 { value | UInt32(level & 1) << 31 }
    /// What of a key is the character.
    static let keyMask: UInt32 = 0x1F_FFFF

    static let lineFeed: UInt32 = 0x0A
    static let space: UInt32 = 0x20
    static let noBreakSpace: UInt32 = 0xA0
    static let softHyphen: UInt32 = 0xAD
    static let narrowNoBreakSpace: UInt32 = 0x202F

    static func isSpace(_ value: UInt32) -> Bool {
        value == space || value == noBreakSpace || value == narrowNoBreakSpace
    }

    static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

    static func isLetter(_ value: UInt32) -> Bool {
        (0x41...0x5A).contains(value & ~0x20) || value >= 0xC0 && value < 0x2000
    }
}
