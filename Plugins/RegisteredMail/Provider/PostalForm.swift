internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting

/// An address in the six lines of the provider's form.
///
/// 1 company, 2 person, 3 residence or building, 4 number and street, 5 place or box, 6 postcode and town.
///
/// - Source: NF Z 10-011; Maileva registered mail 2.5, `recipient_creation`.
struct PostalForm: Hashable {
    /// Six lines, empty ones included.
    let lines: [String]
    /// One of the countries and territories to which the provider posts.
    let country: String

    /// The recipient: whoever stands first is the company.
    ///
    /// - Throws: `ChannelError` that names the line.
    init(recipient lines: [String], field: RequestField) throws(ChannelError) {
        try self.init(lines, firstSlot: 0, field: field)
    }

    /// The sender: whoever stands first is a person.
    ///
    /// - Throws: `ChannelError` that names the line.
    init(sender lines: [String], field: RequestField) throws(ChannelError) {
        try self.init(lines, firstSlot: 1, field: field)
    }

    private init(_ lines: [String], firstSlot: Int, field: RequestField) throws(ChannelError) {
        guard lines.count >= 2, let first = lines.first, let last = lines.last else {
            throw .unusable(
                field: field, reason: "the provider needs at least a name, and a postcode with its town")
        }
        guard let country = Self.country(of: last) else {
            throw .unusable(
                field: RequestField("\(field), line \(lines.count)"),
                reason:
                    "the provider posts to France, its overseas departments and Monaco: end with five digits, a space and the town"
            )
        }
        let between = lines.dropFirst().dropLast()
        let room = 4 - firstSlot
        guard between.count <= room else {
            throw .overLimit(field: field, actual: lines.count, max: room + 2, unit: .lines)
        }
        for (index, line) in lines.enumerated() where line.count > AddressBlock.lineCharactersMax {
            throw .overLimit(
                field: RequestField("\(field), line \(index + 1)"), actual: line.count,
                max: AddressBlock.lineCharactersMax, unit: .characters)
        }
        var form = [String](repeating: "", count: 6)
        form[firstSlot] = first
        form[5] = last
        // The street stands in line 4 unless every line is needed.
        let start = between.count == room ? firstSlot + 1 : 4 - between.count
        for (offset, line) in between.enumerated() { form[start + offset] = line }
        self.lines = form
        self.country = country
    }

    /// The country of `92110 CLICHY`, by its postcode; nil for anything else.
    private static func country(of line: String) -> String? {
        let code = line.utf8.prefix(5)
        guard line.utf8.count > 6, line.utf8.dropFirst(5).first == UInt8(ascii: " "),
            code.count == 5, code.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { return nil }
        let digits = String(Substring(code))
        if let whole = ["98000": "MC", "97133": "BL", "97150": "MF", "97500": "PM"][digits] { return whole }
        let parts = ["971": "GP", "972": "MQ", "973": "GF", "974": "RE", "976": "YT"]
        if let part = parts[String(digits.prefix(3))] { return part }
        // 98xxx is overseas without being a department, and 00xxx is the army's.
        return digits.hasPrefix("98") || digits.hasPrefix("00") ? nil : "FR"
    }
}
