/// A file that travels inside the PDF, such as an invoice.
///
/// With one or more of them the document follows PDF/A part 3, which allows files of any kind.
///
/// - Source: ISO 19005-3, 6.8; ISO 32000-1, 7.11.
public struct EmbeddedFile: Hashable, Sendable {
    /// What the file is for the document that carries it.
    ///
    /// - Source: ISO 19005-3, annex E (`AFRelationship`).
    public enum Relationship: String, Hashable, Sendable {
        /// The document was made from it.
        case source = "Source"
        /// The figures behind something that the document shows.
        case data = "Data"
        /// The same content in another form.
        case alternative = "Alternative"
        /// It adds to the document: an enclosure.
        case supplement = "Supplement"
    }

    /// The most files of one document.
    public static let filesMax = 50
    /// - Unit: bytes of one file.
    public static let bytesMax = 20_000_000
    /// - Unit: bytes of all files of one document.
    public static let totalBytesMax = 60_000_000
    /// - Unit: Unicode scalars of a name.
    public static let nameMax = 120
    /// - Unit: Unicode scalars of a description.
    public static let descriptionMax = 1_000

    public let name: String
    /// Such as `application/pdf`; RFC 6838.
    public let mediaType: String
    public let description: String
    public let relationship: Relationship
    /// When the file was last changed, as far as it is known.
    public let modifiedOn: Day?
    public let bytes: [UInt8]

    /// - Parameters:
    ///   - name: with its extension, without a folder; unique in the document, whatever the case of its letters.
    ///   - description: what it is, for people; at most `descriptionMax` characters, not empty.
    /// - Throws: `PDFError.attachmentRefused` when a part cannot be carried.
    public init(
        name: String, mediaType: String, description: String, relationship: Relationship = .supplement,
        modifiedOn: Day? = nil, bytes: [UInt8]
    ) throws(PDFError) {
        guard Self.isName(name) else { throw .attachmentRefused(.malformedName) }
        guard Self.isMediaType(mediaType) else { throw .attachmentRefused(.malformedMediaType) }
        guard (1...Self.descriptionMax).contains(description.unicodeScalars.count),
            description.unicodeScalars.allSatisfy(TextFields.isAllowed)
        else { throw .attachmentRefused(.malformedDescription) }
        guard bytes.count <= Self.bytesMax
        else { throw .attachmentRefused(.tooLong(bytes: bytes.count, bytesMax: Self.bytesMax)) }
        self.name = name
        self.mediaType = mediaType
        self.description = description
        self.relationship = relationship
        self.modifiedOn = modifiedOn
        self.bytes = bytes
    }

    /// Whether deflating it again would be for nothing.
    var isCompressed: Bool {
        ["application/pdf", "image/jpeg", "image/png", "application/zip"].contains(mediaType)
    }

    /// Slashes, colons and a leading point would mean something to a file system.
    private static func isName(_ name: String) -> Bool {
        (1...nameMax).contains(name.unicodeScalars.count) && !name.hasPrefix(".")
            && name.unicodeScalars.allSatisfy {
                TextFields.isAllowed($0) && !"/\\:".unicodeScalars.contains($0)
            }
    }

    private static func isMediaType(_ text: String) -> Bool {
        let sides = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return text.utf8.count <= 100 && sides.count == 2
            && sides.allSatisfy { !$0.isEmpty && $0.allSatisfy(isTokenByte) }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "+-.".utf8.contains(byte)  // tidy-allow: characters are an open set
        }
    }
}

extension EmbeddedFile {
    /// A day of the calendar, as a PDF writes it.
    public struct Day: Hashable, Sendable {
        let year: Int
        let month: Int
        let day: Int

        /// - Returns: nil unless it is a day of the years 1 to 9999 in the Gregorian calendar.
        public init?(year: Int, month: Int, day: Int) {
            guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
            let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            guard (1...lengths[month - 1]).contains(day) else { return nil }
            (self.year, self.month, self.day) = (year, month, day)
        }

        /// `D:20261123`; ISO 32000-1, 7.9.4.
        var text: String { "D:" + Self.pad(year, 4) + Self.pad(month, 2) + Self.pad(day, 2) }

        private static func pad(_ number: Int, _ digits: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        }
    }

    /// Why a file cannot be attached.
    public enum Fault: Hashable, Sendable {
        case malformedName, malformedMediaType, malformedDescription
        case tooLong(bytes: Int, bytesMax: Int)
        case tooMany(files: Int, filesMax: Int)
        /// Two files of one name; the places count from 1.
        case sameName(first: Int, second: Int)
    }
}

extension EmbeddedFile.Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformedName:
            "The name of an attached file cannot be carried: use 1 to \(EmbeddedFile.nameMax) characters without / \\ : and without a point in front."
        case .malformedMediaType:
            "The media type of an attached file is malformed: write it as application/pdf, in small letters."
        case .malformedDescription:
            "The description of an attached file cannot be carried: use 1 to \(EmbeddedFile.descriptionMax) characters and no control characters."
        case .tooLong(let bytes, let bytesMax):
            "The attached files have \(bytes) bytes, and at most \(bytesMax) are allowed: make them smaller."
        case .tooMany(let files, let filesMax):
            "The document carries \(files) files, and at most \(filesMax) are allowed: leave some out."
        case .sameName(let first, let second):
            "The attached files \(first) and \(second) have the same name: give each its own."
        }
    }
}
