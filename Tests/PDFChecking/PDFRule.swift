/// One rule of ISO 19005 (PDF/A) or ISO 14289 (PDF/UA), as far as it applies to what our writer makes.
public struct PDFRule: Sendable {
    /// A short name that is unique, such as `file-header`.
    public let name: String
    /// Where the rule stands: `A` is ISO 19005-2 (and -3 where it says so), `UA` is ISO 14289-1, `M` the Matterhorn
    /// protocol, and `ISO 32000` what both rest on.
    public let clause: String
    /// What is wrong, in words; empty when the rule is kept.
    let faults: @Sendable (CheckedFile) -> [String]

    init(_ name: String, _ clause: String, faults: @escaping @Sendable (CheckedFile) -> [String]) {
        self.name = name
        self.clause = clause
        self.faults = faults
    }

    /// All rules, by subject.
    public static let all =
        fileRules + catalogRules + metadataRules + colourRules + pageRules + contentRules + fontRules
        + structureRules + shapeRules + pictureRules + attachmentRules
}

/// A rule that a file breaks, and how.
public struct PDFFinding: Hashable, Sendable, CustomStringConvertible {
    public let rule: String
    public let clause: String
    public let fault: String

    public var description: String { "\(rule) (\(clause)): \(fault)" }
}

extension PDFFile {
    /// Goes through rules.
    ///
    /// - Returns: every breach; empty when the file keeps them all.
    public func findings(of rules: [PDFRule] = PDFRule.all) -> [PDFFinding] {
        let checked = CheckedFile(self)
        return rules.flatMap { rule in
            rule.faults(checked).map { PDFFinding(rule: rule.name, clause: rule.clause, fault: $0) }
        }
    }
}

extension PDFFile {
    /// The roles of all elements below the document, in reading order.
    public var roles: [String] { TreeScan(self).elements.dropFirst().map(\.role) }
}

/// What a writer made, checked.
///
/// - Returns: the breaches in words; a file that cannot be read at all is one breach.
public func pdfFaults(of bytes: [UInt8]) -> [String] {
    do throws(UnreadablePDF) {
        return try PDFFile(bytes).findings().map(\.description)
    } catch {
        return [error.description]
    }
}
