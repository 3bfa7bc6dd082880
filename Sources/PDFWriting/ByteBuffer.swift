/// Bytes that grow at the end, with the few notations a PDF file needs.
struct ByteBuffer {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    mutating func append(_ more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }

    /// Adds text that is known at compile time, without making a `String` of it.
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(text: String) { bytes.append(contentsOf: text.utf8) }

    /// Adds a whole number in decimal digits.
    mutating func append(number: Int) {
        let magnitude = number.magnitude
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var unit: UInt = 1
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / unit % 10))
            unit /= 10
        }
    }

    /// Adds a length in points with at most two decimals and no zeros at the end.
    mutating func append(points length: Length) {
        let magnitude = length.centipoints.magnitude
        if length.centipoints < 0 { bytes.append(UInt8(ascii: "-")) }
        append(number: Int(magnitude / 100))
        let fraction = UInt8(truncatingIfNeeded: magnitude % 100)
        guard fraction > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + fraction / 10)
        if !fraction.isMultiple(of: 10) { bytes.append(UInt8(ascii: "0") + fraction % 10) }
    }

    /// Adds an indirect reference, such as `12 0 R`, with a space before it.
    mutating func append(reference: ObjectNumber) {
        bytes.append(UInt8(ascii: " "))
        append(number: reference.value)
        append(" 0 R")
    }

    /// Adds `digits` hexadecimal digits, capital letters.
    mutating func append(hex value: UInt64, digits: Int) {
        for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: value >> UInt64(place)) & 15
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }

    /// Adds the lowest `width` bytes of a number, highest first.
    mutating func append(bigEndian value: Int, width: Int) {
        for place in stride(from: (width - 1) * 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> place))
        }
    }

    /// Adds one byte of a literal string, with a backslash where the notation needs it.
    ///
    /// - Source: ISO 32000-1, 7.3.4.2: parentheses, backslash, and the carriage return, which a reader
    ///   would otherwise turn into a line feed.
    @inline(__always)
    mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0D:
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(UInt8(ascii: "r"))
        default:  // tidy-allow: characters are an open set
            bytes.append(byte)
        }
    }

    /// Adds a text string: printable ASCII as it is, anything else as UTF-16 in hexadecimal.
    ///
    /// - Source: ISO 32000-1, 7.9.2.2.
    mutating func append(textString text: String) {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            bytes.append(UInt8(ascii: "("))
            for byte in text.utf8 { append(escaped: byte) }
            bytes.append(UInt8(ascii: ")"))
        } else {
            append("<FEFF")
            for unit in text.utf16 { append(hex: UInt64(unit), digits: 4) }
            append(">")
        }
    }
}
