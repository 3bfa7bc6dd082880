/// Bytes as lower-case hexadecimal digits.
enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
            for index in bytes.indices {
                digits.initializeElement(at: 2 * index, to: digit(bytes[index] >> 4))
                digits.initializeElement(at: 2 * index + 1, to: digit(bytes[index] & 15))
            }
            return 2 * bytes.count
        }
    }

    /// Nil for an odd count or anything but `0-9` and `a-f`.
    static func bytes(_ digits: some Collection<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for character in digits {
            guard let value = value(character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }

    static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 87 }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 87
        default: nil  // tidy-allow: bytes are an open set
        }
    }
}
