/// One file of a preparation: a letter, a mail, a calendar entry.
public struct Artifact: Hashable, Sendable, Codable {
    public let role: ArtifactRole
    public let fileName: ArtifactFileName
    public let mediaType: MediaType
    /// The exact content.
    ///
    /// Stored and sent as it is; never made a second time.
    public let bytes: Private<[UInt8]>
    /// Number of pages, for media that have pages.
    public let pages: Int?

    public init(
        role: ArtifactRole, fileName: ArtifactFileName, mediaType: MediaType, bytes: [UInt8],
        pages: Int? = nil
    ) {
        self.role = role
        self.fileName = fileName
        self.mediaType = mediaType
        self.bytes = Private(bytes)
        self.pages = pages
    }
}

/// What a file is for, such as `letter` or `posting`: a checked name, because plugins add their own.
public struct ArtifactRole: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Makes a role from a literal in source code.
    public init(_ literal: StaticString) { text = "\(literal)" }

    /// - Throws: `RoutingError.malformedName` unless the text has 1 to 32 of `a-z`, `0-9` and `-`.
    public init(parsing text: String) throws(RoutingError) {
        guard isKebabName(text) else { throw .malformedName(kind: .reference, text: text) }
        self.text = text
    }

    public var description: String { text }

    public static let letter = ArtifactRole("letter")
    public static let letterText = ArtifactRole("letter-text")
    public static let posting = ArtifactRole("posting")
    public static let message = ArtifactRole("message")
    public static let request = ArtifactRole("request")
    public static let calendar = ArtifactRole("calendar")
    public static let brief = ArtifactRole("brief")
    public static let briefText = ArtifactRole("brief-text")
    public static let form = ArtifactRole("form")
    public static let referral = ArtifactRole("referral")
    public static let referralText = ArtifactRole("referral-text")
}

/// The name of a prepared file: it cannot leave its folder and is safe in a header.
public struct ArtifactFileName: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Longest name, in bytes.
    public static let bytesMax = 100

    /// Makes a name from a literal in source code; the contract suite checks it.
    public init(_ literal: StaticString) { text = "\(literal)" }

    /// Checks a name: 1 to 100 of `A-Z a-z 0-9 . _ -`, not starting with a dot.
    ///
    /// - Returns: nil when the name is anything else.
    public init?(parsing text: String) {
        guard (1...Self.bytesMax).contains(text.utf8.count), !text.hasPrefix("."),
            text.utf8.allSatisfy(isFileNameByte)
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}

private func isFileNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
    default: false  // tidy-allow: bytes, not an enum of ours
    }
}

/// The media types of prepared files, spelt as in a Content-Type header.
public enum MediaType: String, Hashable, Sendable, Codable, CaseIterable {
    case pdf = "application/pdf"
    case plainText = "text/plain; charset=utf-8"
    case calendar = "text/calendar; charset=utf-8"
    case json = "application/json"
    case mailMessage = "message/rfc822"
    case png = "image/png"
    case jpeg = "image/jpeg"
    /// A file of the person whose type is not one of the above.
    case other = "application/octet-stream"
}
