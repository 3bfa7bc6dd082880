extension Span<UInt8> {
    /// The first offset from `start` on that ends a run of plain ASCII inside a text: a quotation mark,
    /// a backslash, a control character or a byte of 0x80 and above.
    ///
    /// Eight bytes a step; the result is `count` when nothing ends the run.
    func endOfPlainText(from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits = ones &* 0x80
        var index = start
        while index <= count - 8 {
            let word = UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let quotes = word ^ (ones &* 0x22)
            let backslashes = word ^ (ones &* 0x5C)
            // A byte's high bit is set for a zero byte of the first two, below 0x20 for the third. Borrows
            // run upwards only, so the lowest bit found is exact.
            let found =
                ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
                    | (word &- ones &* 0x20) & ~word | word) & highBits
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte >= 0x80 || byte == ASCII.quote || byte == ASCII.backslash { return index }
            index += 1
        }
        return index
    }

    /// Length of the UTF-8 sequence at `index` in bytes, nil when it is not well-formed.
    ///
    /// - Source: The Unicode Standard, table 3-7.
    func scalarLength(at index: Int) -> Int? {
        switch self[index] {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: continues(index, second: 0x80...0xBF, length: 2)
        case 0xE0: continues(index, second: 0xA0...0xBF, length: 3)
        case 0xED: continues(index, second: 0x80...0x9F, length: 3)
        case 0xE1...0xEF: continues(index, second: 0x80...0xBF, length: 3)
        case 0xF0: continues(index, second: 0x90...0xBF, length: 4)
        case 0xF1...0xF3: continues(index, second: 0x80...0xBF, length: 4)
        case 0xF4: continues(index, second: 0x80...0x8F, length: 4)
        default: nil  // tidy-allow: bytes are an open set
        }
    }

    private func continues(_ index: Int, second: ClosedRange<UInt8>, length: Int) -> Int? {
        guard index + length <= count, second.contains(self[index + 1]) else { return nil }
        for offset in 2..<Swift.max(2, length) where self[index + offset] & 0b1100_0000 != 0b1000_0000 {
            return nil
        }
        return length
    }

    /// The character at `index`, nil when it is not UTF-8.
    func scalar(at index: Int) -> Unicode.Scalar? {
        guard let length = scalarLength(at: index) else { return nil }
        return String(decoding: (index..<index + length).map { self[$0] }, as: UTF8.self).unicodeScalars.first
    }

    /// The UTF-16 unit written as `\u` and four hexadecimal digits at `index`, nil when there is no such escape.
    func hexEscape(at index: Int) -> UInt32? {
        guard index + 6 <= count, self[index] == ASCII.backslash, self[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt32 = 0
        for offset in 2..<6 {
            guard let digit = ASCII.hexValue(self[index + offset]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// True when the bytes of `range` are exactly those of `word`.
    @inline(__always)
    func matches(_ word: StaticString, in range: Range<Int>) -> Bool {
        word.withUTF8Buffer { wanted in
            guard wanted.count == range.count else { return false }
            for index in 0..<wanted.count where self[range.lowerBound + index] != wanted[index] {
                return false
            }
            return true
        }
    }
}
