extension CalendarComponent {
    /// Largest file that is read, in bytes.
    public static let bytesMax = 16 << 20
    /// Deepest nesting that is read.
    public static let depthMax = 8

    /// Reads one component, such as a whole calendar.
    ///
    /// Only the shape is checked, not what a property means: it is for files of this program's own.
    ///
    /// - Returns: nil for anything that is not one complete component, is not UTF-8, or is too large or too deep.
    /// - Complexity: O(bytes).
    public init?(parsing bytes: [UInt8]) {
        guard bytes.count <= Self.bytesMax, String(validating: bytes, as: UTF8.self) != nil else {
            return nil
        }
        var open: [CalendarComponent] = []
        var whole: CalendarComponent?
        for line in Self.unfolded(bytes) {
            guard whole == nil, let property = CalendarProperty(line: line) else { return nil }
            switch property.name {
            case "BEGIN":
                guard open.count < Self.depthMax else { return nil }
                open.append(CalendarComponent(property.value))
            case "END":
                guard let ended = open.popLast(), ended.name == property.value else { return nil }
                if open.isEmpty { whole = ended } else { open[open.count - 1].parts.append(ended) }
            default:  // tidy-allow: an open set of names
                guard !open.isEmpty else { return nil }
                open[open.count - 1].properties.append(property)
            }
        }
        guard let whole, open.isEmpty else { return nil }
        self = whole
    }

    /// The lines of a file, put together again where they were folded (section 3.1).
    private static func unfolded(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for line in bytes.split(separator: 10) {
            let line = line.last == 13 ? line.dropLast() : line
            guard let first = line.first else { continue }
            if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t"), !lines.isEmpty {
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(Array(line))
            }
        }
        return lines
    }
}

extension CalendarProperty {
    /// Takes apart one line; a colon or semicolon between quotation marks belongs to a parameter.
    fileprivate init?(line: [UInt8]) {
        var isQuoted = false
        var nameEnd: Int?
        for (index, byte) in line.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == UInt8(ascii: ";"), nameEnd == nil { nameEnd = index }
            guard byte == UInt8(ascii: ":") else { continue }
            let end = nameEnd ?? index
            guard end > 0 else { return nil }
            self.init(
                String(decoding: line[..<end], as: UTF8.self),
                String(decoding: line[(index + 1)...], as: UTF8.self),
                parameters: String(decoding: line[end..<index], as: UTF8.self))
            return
        }
        return nil
    }
}
