/// Why a file cannot be read at all.
public struct UnreadablePDF: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

/// Reads values and keywords from bytes: files and page contents alike.
struct PDFScanner {
    enum Token: Hashable {
        case value(PDFValue)
        case keyword(String)
    }

    /// How deep arrays and dictionaries may lie in one another.
    private static let depthMax = 32

    let bytes: [UInt8]
    var offset: Int

    init(_ bytes: [UInt8], at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    /// The next value or keyword; nil at the end.
    mutating func next() throws(UnreadablePDF) -> Token? { try next(depth: 0) }

    /// The next value.
    mutating func value() throws(UnreadablePDF) -> PDFValue {
        guard case .value(let value) = try next() else { throw UnreadablePDF("no value at byte \(offset)") }
        return value
    }

    /// Takes a keyword that must come next.
    mutating func expect(_ keyword: String) throws(UnreadablePDF) {
        guard try next() == .keyword(keyword) else {
            throw UnreadablePDF("no \(keyword) before byte \(offset)")
        }
    }

    private mutating func next(depth: Int) throws(UnreadablePDF) -> Token? {
        guard depth < Self.depthMax else { throw UnreadablePDF("too deep at byte \(offset)") }
        skipSpace()
        guard let byte = peek() else { return nil }
        switch byte {
        case UInt8(ascii: "/"): return .value(.name(try name()))
        case UInt8(ascii: "("): return .value(.string(try literal()))
        case UInt8(ascii: "["): return .value(.array(try array(depth: depth)))
        case UInt8(ascii: "<"):
            guard peek(1) == UInt8(ascii: "<") else { return .value(.string(try hexadecimal())) }
            return .value(.dictionary(try dictionary(depth: depth)))
        default: return try word()
        }
    }

    private func peek(_ ahead: Int = 0) -> UInt8? {
        offset + ahead < bytes.count ? bytes[offset + ahead] : nil
    }

    mutating func skipSpace() {
        while let byte = peek() {
            if byte == UInt8(ascii: "%") {
                while let byte = peek(), byte != 0x0A, byte != 0x0D { offset += 1 }
            } else if Self.isSpace(byte) {
                offset += 1
            } else {
                return
            }
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
        default: false
        }
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D:
            false
        default: true
        }
    }

    private mutating func regular() -> [UInt8] {
        let start = offset
        while let byte = peek(), Self.isRegular(byte) { offset += 1 }
        return Array(bytes[start..<offset])
    }

    private mutating func name() throws(UnreadablePDF) -> String {
        offset += 1
        let raw = regular()
        var plain: [UInt8] = []
        var index = 0
        while index < raw.count {
            if raw[index] == UInt8(ascii: "#") {
                guard index + 2 < raw.count,
                    let byte = UInt8(
                        String(decoding: raw[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
                else { throw UnreadablePDF("malformed name at byte \(offset)") }
                plain.append(byte)
                index += 3
            } else {
                plain.append(raw[index])
                index += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Only the escapes that our writer uses; another one is unreadable.
    private mutating func literal() throws(UnreadablePDF) -> [UInt8] {
        offset += 1
        var plain: [UInt8] = []
        while let byte = peek() {
            offset += 1
            switch byte {
            case UInt8(ascii: ")"): return plain
            case UInt8(ascii: "("), 0x0D:
                throw UnreadablePDF("unescaped byte \(byte) in a string at \(offset)")
            case UInt8(ascii: "\\"):
                guard let escaped = peek() else { break }
                offset += 1
                switch escaped {
                case UInt8(ascii: "r"): plain.append(0x0D)
                case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): plain.append(escaped)
                default: throw UnreadablePDF("unknown escape at byte \(offset)")
                }
            default: plain.append(byte)
            }
        }
        throw UnreadablePDF("a string does not end")
    }

    private mutating func hexadecimal() throws(UnreadablePDF) -> [UInt8] {
        offset += 1
        guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: ">")), (end - offset).isMultiple(of: 2)
        else { throw UnreadablePDF("malformed hexadecimal string at byte \(offset)") }
        var plain: [UInt8] = []
        for place in stride(from: offset, to: end, by: 2) {
            guard let high = Self.digit(bytes[place]), let low = Self.digit(bytes[place + 1])
            else { throw UnreadablePDF("malformed hexadecimal string at byte \(place)") }
            plain.append(high << 4 | low)
        }
        offset = end + 1
        return plain
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private mutating func array(depth: Int) throws(UnreadablePDF) -> [PDFValue] {
        offset += 1
        var values: [PDFValue] = []
        while true {
            skipSpace()
            if peek() == UInt8(ascii: "]") { break }
            switch try next(depth: depth + 1) {
            case .value(let value): values.append(value)
            case .keyword("R"): try Self.join(&values)
            case .keyword, nil: throw UnreadablePDF("an array does not end at byte \(offset)")
            }
        }
        offset += 1
        return values
    }

    private mutating func dictionary(depth: Int) throws(UnreadablePDF) -> [String: PDFValue] {
        offset += 2
        var values: [PDFValue] = []
        while true {
            skipSpace()
            if peek() == UInt8(ascii: ">"), peek(1) == UInt8(ascii: ">") { break }
            switch try next(depth: depth + 1) {
            case .value(let value): values.append(value)
            case .keyword("R"): try Self.join(&values)
            case .keyword, nil: throw UnreadablePDF("a dictionary does not end at byte \(offset)")
            }
        }
        offset += 2
        var entries: [String: PDFValue] = [:]
        guard values.count.isMultiple(of: 2) else {
            throw UnreadablePDF("odd dictionary before byte \(offset)")
        }
        for index in stride(from: 0, to: values.count, by: 2) {
            guard let key = values[index].name, entries.updateValue(values[index + 1], forKey: key) == nil
            else { throw UnreadablePDF("no key, or one twice, before byte \(offset)") }
        }
        return entries
    }

    /// Turns `12 0` at the end into a reference.
    private static func join(_ values: inout [PDFValue]) throws(UnreadablePDF) {
        guard values.count >= 2, values.removeLast() == .integer(0), let object = values.removeLast().integer
        else { throw UnreadablePDF("malformed reference") }
        values.append(.reference(object))
    }

    private mutating func word() throws(UnreadablePDF) -> Token {
        let text = String(decoding: regular(), as: UTF8.self)
        guard !text.isEmpty else { throw UnreadablePDF("stray delimiter at byte \(offset)") }
        switch text {
        case "true": return .value(.boolean(true))
        case "false": return .value(.boolean(false))
        case "null": return .value(.null)
        default:
            if let number = Int(text) { return .value(.integer(number)) }
            let isNumber = text.utf8.allSatisfy { "+-.0123456789".utf8.contains($0) }
            guard isNumber, let number = Double(text) else { return .keyword(text) }
            return .value(.real(number))
        }
    }
}
