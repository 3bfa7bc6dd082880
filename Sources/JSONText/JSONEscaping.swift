extension OutputBytes {
    /// Writes a text in quotation marks.
    ///
    /// Escaped are the quotation mark, the backslash and control characters below U+0020, nothing else.
    mutating func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { appendQuoted($0) }
    }

    /// Writes valid UTF-8 in quotation marks.
    mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard utf8.contains(where: ASCII.needsEscape) else {
            write(upTo: utf8.count + 2) { output in
                output[0] = ASCII.quote
                let end = 1 + (output + 1).put(utf8)
                output[end] = ASCII.quote
                return end + 1
            }
            return
        }
        append(ASCII.quote)
        var start = 0
        for index in 0..<utf8.count where ASCII.needsEscape(utf8[index]) {
            append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
            appendEscape(utf8[index])
            start = index + 1
        }
        append(UnsafeBufferPointer(rebasing: utf8[start..<utf8.count]))
        append(ASCII.quote)
    }

    /// Writes a number in decimal digits.
    ///
    /// - Precondition: not `Int64.min`, which has no positive counterpart.
    mutating func appendDecimal(_ number: Int64) {
        // The longest has a sign and nineteen digits.
        write(upTo: 20) { output in
            var length = number < 0 ? 2 : 1
            var rest = abs(number)
            while rest > 9 {
                rest /= 10
                length += 1
            }
            if number < 0 { output[0] = ASCII.minus }
            rest = abs(number)
            var place = length
            repeat {
                place -= 1
                output[place] = ASCII.zero + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            return length
        }
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
            append("u00")
            append(Self.hexDigit(byte >> 4))
            append(Self.hexDigit(byte & 15))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 87 }
}
