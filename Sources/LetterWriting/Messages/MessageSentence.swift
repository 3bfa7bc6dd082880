/// One sentence of a message, and the facts in it that are never cut.
///
/// Written with facts as interpolations that name their field:
///
///     let sentence: MessageSentence = "Ma commande n°\u{A0}\(number, "order.number") n’est pas arrivée."
public struct MessageSentence: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// What must stay together, and the field of the case that it comes from.
    struct Atom: Hashable, Sendable {
        var text: String
        var field: String?
    }

    /// Joined by single spaces, they are the sentence.
    private(set) var atoms: [Atom] = []

    public init(stringLiteral text: String) { atoms = Self.atoms(of: text, field: nil) }

    public init(stringInterpolation interpolation: StringInterpolation) { atoms = interpolation.finished }

    /// Words of the program or the person, cut only at spaces, and not beside a number.
    ///
    /// - Parameters:
    ///   - field: where they come from; nil for words of the program.
    ///   - whole: values that stay together where they occur, such as names.
    init(words: String, field: String? = nil, whole: [String] = []) {
        atoms = Self.atoms(of: words, field: field, whole: whole)
    }

    var text: String { atoms.map(\.text).joined(separator: " ") }
    var isEmpty: Bool { atoms.isEmpty }

    private static func atoms(of text: String, field: String?, whole: [String] = []) -> [Atom] {
        WordBreaks(text, whole: whole).pieces.map { Atom(text: $0, field: field) }
    }

    /// Collects the words and facts of a literal.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        private var closed: [Atom] = []
        private var open = Atom(text: "", field: nil)

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            for character in literal {
                if character == " " { close() } else { open.text.append(character) }
            }
        }

        /// Adds a fact, which stays whole together with the words that touch it.
        public mutating func appendInterpolation(_ fact: String, _ field: StaticString) {
            open.text += fact
            open.field = open.field ?? "\(field)"
        }

        /// Adds words, which may be cut like any others.
        public mutating func appendInterpolation(_ words: MessageSentence) {
            guard let last = words.atoms.last else { return }
            for atom in words.atoms.dropLast() {
                open.text += atom.text
                open.field = open.field ?? atom.field
                close()
            }
            open.text += last.text
            open.field = open.field ?? last.field
        }

        private mutating func close() {
            if !open.text.isEmpty { closed.append(open) }
            open = Atom(text: "", field: nil)
        }

        fileprivate var finished: [Atom] { open.text.isEmpty ? closed : closed + [open] }
    }
}
