import CivilCalendar
import ContactRouting
import Testing

@testable import Texts

/// Checks what every text must keep, whatever it says.
func expectWellFormed(
    _ text: String, _ language: Language, isSentence: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let faults = faults(of: text, language, isSentence: isSentence)
    #expect(faults.isEmpty, "\(faults.joined(separator: ", ")) in: \(text)", sourceLocation: sourceLocation)
}

private func faults(of text: String, _ language: Language, isSentence: Bool) -> [String] {
    var found: [String] = []
    func check(_ isFault: Bool, _ name: String) { if isFault { found.append(name) } }
    check(text.isEmpty, "empty")
    check(text.hasPrefix(" ") || text.hasSuffix(" "), "space at an end")
    for pair in [
        "  ", "..", " .", " ,", "\u{A0}\u{A0}", " \u{A0}", "\u{A0} ", "Optional", "{", "}", "%@", "%d", "‹",
    ] {
        check(text.contains(pair), "holds “\(pair)”")
    }
    check(text.contains("'") || text.contains("\""), "straight quotation mark")
    check(isSentence && !(text.hasSuffix(".") || text.hasSuffix("?")), "no full stop")
    check(isSentence && text.prefix(1) != text.prefix(1).uppercased(), "no capital")
    switch language {
    case .french:
        for mark in [":", ";", "!", "?", "»"] {
            check(text.contains(" \(mark)"), "breakable space before \(mark)")
        }
        for mark in [";", "!", "?", "»"] {
            check(hasMarkWithoutSpace(text, mark), "no space before \(mark)")
        }
        check(text.contains("« "), "breakable space after «")
        for word in ["veuillez", "Veuillez", "merci de", "·", "(e)", "de Amazon", " que une", " que il"] {
            check(text.contains(word), "holds “\(word)”")
        }
    case .english:
        for mark in [":", ";", "!", "?"] { check(text.contains(" \(mark)"), "space before \(mark)") }
    }
    return found
}

private func hasMarkWithoutSpace(_ text: String, _ mark: String) -> Bool {
    let characters = Array(text)
    return characters.indices.contains { index in
        String(characters[index]) == mark && (index == 0 || characters[index - 1] != "\u{A0}")
    }
}

extension CivilDay {
    /// A day written in a test.
    static func at(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }
}
