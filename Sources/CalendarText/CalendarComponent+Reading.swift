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
        guard bytes.count <= Self.bytesMax, let text = String(validating: bytes, as: UTF8.self) else {
            return nil
        }
        var open: [CalendarComponent] = []
        var whole: CalendarComponent?
        for line in Self.unfolded(text) {
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
    private static func unfolded(_ text: String) -> [String] {
        var lines: [String.UnicodeScalarView] = []
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: true) {
            let line = line.last == "\r" ? line.dropLast() : line
            guard let first = line.first else { continue }
            if first == " " || first == "\t", !lines.isEmpty {
                lines[lines.count - 1].append(contentsOf: line.dropFirst())
            } else {
                lines.append(String.UnicodeScalarView(line))
            }
        }
        return lines.map { String($0) }
    }
}

extension CalendarProperty {
    /// Takes apart one line; a colon or semicolon between quotation marks belongs to a parameter.
    fileprivate init?(line: String) {
        var isQuoted = false
        var nameEnd: String.Index?
        for index in line.unicodeScalars.indices {
            let scalar = line.unicodeScalars[index]
            if scalar == "\"" { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if scalar == ";", nameEnd == nil { nameEnd = index }
            guard scalar == ":" else { continue }
            let end = nameEnd ?? index
            guard end > line.startIndex else { return nil }
            self.init(
                String(line[..<end]), String(line[line.unicodeScalars.index(after: index)...]),
                parameters: String(line[end..<index]))
            return
        }
        return nil
    }
}
