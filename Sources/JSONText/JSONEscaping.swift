extension [UInt8] {
    /// Appends a text in quotation marks.
    ///
    /// Escaped are the quotation mark, the backslash and control characters below U+0020, nothing else.
    mutating func appendQuoted(_ text: String) {
        let wasContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { appendQuoted($0) }
        if wasContiguous == nil { Array(text.utf8).withUnsafeBufferPointer { appendQuoted($0) } }
    }

    /// Appends valid UTF-8 in quotation marks.
    mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
        append(ASCII.quote)
        var start = 0
        for index in 0..<utf8.count {
            let byte = utf8[index]
            guard ASCII.needsEscape(byte) else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
            appendEscape(byte)
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<utf8.count]))
        append(ASCII.quote)
    }

    /// Appends a number in decimal digits.
    ///
    /// - Precondition: not `Int64.min`, which has no positive counterpart.
    mutating func appendDecimal(_ number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = abs(number)
        let first = count
        repeat {
            append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        self[first...].reverse()
    }

    private mutating func appendEscape(_ byte: UInt8) {
        append(ASCII.backslash)
        switch byte {
        case ASCII.quote, ASCII.backslash: append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x0C: append(UInt8(ascii: "f"))
        case ASCII.lineFeed: append(UInt8(ascii: "n"))
        case ASCII.carriageReturn: append(UInt8(ascii: "r"))
        case ASCII.tab: append(UInt8(ascii: "t"))
        default:  // tidy-allow: bytes are an open set
            append(contentsOf: "u00".utf8)
            append(contentsOf: [Self.hexDigit(byte >> 4), Self.hexDigit(byte & 15)])
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 87 }
}
