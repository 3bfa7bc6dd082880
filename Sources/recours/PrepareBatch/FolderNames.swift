import ContactRouting

/// Gives each case of a batch a folder of its own.
struct FolderNames {
    /// Most cases of one batch: their names are kept, so that none is given twice.
    static let casesMax = 1_000_000

    private var lines: [String: Int] = [:]

    /// The name of a case's folder: the reference that the case states, else `line-000012` for the case of line 12.
    ///
    /// - Throws: `CommandFailure` when an earlier line has it, or the batch has too many cases.
    mutating func name(for reference: CaseReference?, line: Int) throws(CommandFailure) -> String {
        guard lines.count < Self.casesMax else {
            throw CommandFailure(
                .wrongUse, "The batch has more than \(Self.casesMax) cases: split the file.")
        }
        let digits = String(line)
        let number = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
        let name = reference?.text ?? "line-\(number)"
        if let earlier = lines[name] {
            throw CommandFailure(
                .wrongUse,
                "The case of line \(earlier) has the same folder: give each case a reference of its own.")
        }
        lines[name] = line
        return name
    }
}
