public import ContactRouting

/// The recipient's address as La Poste's machines read it.
///
/// - Source: NF Z 10-011: at most 6 lines, 7 with a country; at most 38 characters each; the last in capitals. La Poste
///   advises capitals for the last three. From the second line on, commas go. ``CountryName`` says why the country is
///   in French.
public enum AddressBlock {
    /// - Unit: characters, spaces included.
    public static let lineCharactersMax = 38
    public static let linesMax = 6

    /// The lines of the block.
    ///
    /// - Parameter name: put first when the address begins with a street number and so without a name.
    /// - Throws: `LetterError.addressTooManyLines`, `.addressLineTooLong` with the number of the line.
    public static func lines(of address: PostalAddress, name: TextLine?) throws(LetterError) -> [String] {
        var lines = address.lines.map { $0.text.trimming(" ") }
        if let name, lines.first?.first?.isNumber == true { lines.insert(name.text.trimming(" "), at: 0) }
        for index in lines.indices.dropFirst() {
            lines[index] = withoutCommas(lines[index])
            if index >= lines.count - 3 { lines[index] = lines[index].uppercased() }
        }
        if let country = lines.last.flatMap(CountryName.named), lines.count > 1 {
            lines[lines.count - 1] = country.postal
        }
        let isAbroad = lines.last.map { line in !line.contains(where: \.isNumber) } ?? false
        let linesMax = isAbroad ? linesMax + 1 : linesMax
        guard lines.count <= linesMax else {
            throw .addressTooManyLines(lines: lines.count, linesMax: linesMax)
        }
        // A line has at most as many characters as bytes, and bytes need not be cut into characters.
        for (index, line) in lines.enumerated()
        where line.utf8.count > lineCharactersMax && line.count > lineCharactersMax {
            throw .addressLineTooLong(
                line: index + 1, characters: line.count, charactersMax: lineCharactersMax)
        }
        return lines
    }

    /// The words of a line with one space between them, and no commas.
    private static func withoutCommas(_ line: String) -> String {
        line.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }.map { String(Substring($0)) }
            .joined(separator: " ")
    }

    /// The address inside a text: a country on the last line has its name in the language of the text, in capitals if
    /// it was.
    static func lines(of address: PostalAddress, inTextOf language: Language) -> [String] {
        var lines = address.lines.map(\.text)
        guard lines.count > 1, let last = lines.last, let country = CountryName.named(by: last) else {
            return lines
        }
        let name =
            switch language {
            case .french: country.french
            case .english: country.inEnglishAlone
            }
        lines[lines.count - 1] = last == last.uppercased() ? name.uppercased() : name
        return lines
    }

    /// The town of an address whose last line begins with a French postcode; nil for any other.
    static func town(of address: PostalAddress) -> String? {
        guard let last = address.lines.last?.text.trimming(" "), let space = last.firstIndex(of: " ") else {
            return nil
        }
        let code = last[..<space]
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard code.utf8.count == 5, code.utf8.allSatisfy(digits.contains) else { return nil }
        let town = String(last[space...]).trimming(" ")
        return town.isEmpty ? nil : town
    }
}
