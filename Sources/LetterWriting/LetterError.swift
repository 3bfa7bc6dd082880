public import ChannelPluginKit
public import Typesetting

/// Everything that can go wrong when a letter is written.
///
/// No case carries a text of the person: a field or a variable is named.
public enum LetterError: Error, Hashable, Sendable {
    /// Facts that the letter cannot do without, as the case file spells them.
    case missingFacts([RequestField])
    /// The template uses a name that no letter defines.
    case unknownVariable(template: String, name: String)
    /// The template prints a fact that this case does not have.
    case absentVariable(template: String, name: String)
    /// The template uses a name for what it is not, such as a list printed as a text.
    case misusedVariable(template: String, name: String)
    case malformedTemplate(template: String, reason: String)
    case templateMissing(String)
    /// - Unit: lines.
    case addressTooManyLines(lines: Int, linesMax: Int)
    /// - Unit: characters, spaces included.
    case addressLineTooLong(line: Int, characters: Int, charactersMax: Int)
    /// A control character, or one that cannot be seen.
    case controlCharacter(field: String)
    /// - Unit: characters.
    case textTooLong(field: String, characters: Int, charactersMax: Int)
    /// - Unit: files.
    case tooManyEnclosures(count: Int, max: Int)
    case setting(TypesettingError)
}

extension LetterError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missingFacts(let fields):
            "The letter needs more: give \(fields.map(\.description).joined(separator: ", "))."
        case .unknownVariable(let template, let name):
            "The letter template \(template) uses the unknown name \"\(name)\": correct the template."
        case .absentVariable(let template, let name):
            "The letter template \(template) prints \"\(name)\", which this case does not have: guard it with a section."
        case .misusedVariable(let template, let name):
            "The letter template \(template) prints \"\(name)\", which is not a text: use it as a section."
        case .malformedTemplate(let template, let reason):
            "The letter template \(template) cannot be read: \(reason)."
        case .templateMissing(let name):
            "There is no letter template named \(name): add it to Templates."
        case .addressTooManyLines(let lines, let linesMax):
            "The recipient's address has \(lines) lines, and at most \(linesMax) are allowed: join or shorten some."
        case .addressLineTooLong(let line, let characters, let charactersMax):
            "Line \(line) of the recipient's address has \(characters) characters, and at most \(charactersMax) are allowed (NF Z 10-011): abbreviate it."
        case .controlCharacter(let field):
            "\(field) holds a control character or an invisible one: remove it."
        case .textTooLong(let field, let characters, let charactersMax):
            "\(field) has \(characters) characters, and a letter takes at most \(charactersMax): shorten it."
        case .tooManyEnclosures(let count, let max):
            "The letter has \(count) enclosures, and at most \(max) are allowed: join some."
        case .setting(let error):
            error.description
        }
    }
}
