public import JSONText

/// What a directory may hold and a careful editor would look at again: a closed list, documented in
/// docs/directory-format.md.
public enum DirectoryLint: String, Hashable, Sendable, CaseIterable {
    case unknownNumberRange = "unknown-number-range"
    case callCost = "call-cost"
    case addressTown = "address-town"
    case neverOpen = "never-open"
    case otherDomain = "other-domain"
    case nobodyOffers = "nobody-offers"

    /// One sentence that says what looks wrong and what to do.
    public var message: String {
        switch self {
        case .unknownNumberRange:
            "No range that is in use has this number: check its digits at the source."
        case .callCost:
            "The number's kind and its cost do not agree: 0800 to 0805 are \"free\", other numbers of France are \"normal-call\"."
        case .addressTown:
            "The last line is neither a postcode with its town nor a country after a line with the town: check the address (NF Z 10-011)."
        case .neverOpen:
            "These hours have no opening for a year: check them, or leave them out if they are not known."
        case .otherDomain:
            "This host is not of the merchant's own website: make sure that it is no look-alike."
        case .nobodyOffers: "Nobody offers this channel: check its name, or add it to an entry."
        }
    }
}

/// One warning with its place.
public struct DirectoryWarning: Hashable, Sendable {
    public let lint: DirectoryLint
    /// The way from the root, as a JSON Pointer.
    public let pointer: String
    /// Line, counted from 1.
    public let line: Int
    /// Column, counted from 1 in Unicode scalar values.
    public let column: Int

    init(_ lint: DirectoryLint, at place: JSONPlace) {
        self.lint = lint
        pointer = place.pointer
        line = place.position.line
        column = place.position.column
    }
}

extension DirectoryWarning: CustomStringConvertible {
    /// The sentence with the place before it, for a person at a terminal.
    public var description: String {
        "Line \(line), column \(column) (\(shown(pointer, scalarsMax: 200))): \(lint.message) [\(lint.rawValue)]"
    }
}

extension DirectoryWarning {
    /// Writes `{"file", "warning": {"code", "message", "pointer", "line", "column"}}`.
    public func write(to writer: inout JSONWriter, in file: String) {
        writer.beginObject()
        writer.key("file")
        writer.string(file)
        writer.key("warning")
        writer.beginObject()
        writer.key("code")
        writer.string(lint.rawValue)
        writer.key("message")
        writer.string(lint.message)
        writer.key("pointer")
        writer.string(pointer)
        writer.key("line")
        writer.int(line)
        writer.key("column")
        writer.int(column)
        writer.endObject()
        writer.endObject()
    }
}

/// Everything that was found in a directory, each in the order of the file.
public struct DirectoryInspection: Hashable, Sendable {
    /// What makes it unusable; at most ``DirectoryReader/faultsMax``.
    public let faults: [CaseFormatError]
    /// What should be looked at again; at most ``DirectoryReader/faultsMax``.
    public let warnings: [DirectoryWarning]
}
