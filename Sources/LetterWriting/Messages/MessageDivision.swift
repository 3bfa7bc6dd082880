public import ChannelPluginKit

/// Divides a message into numbered parts that each fit: by lines, then by sentences, then between words.
///
/// A fact is never cut, and no word either. Lengths are counted in characters (Swift `Character`), the number of the
/// part and the line end of its file included.
public struct MessageDivision: Sendable {
    /// Most parts of any message.
    public static let partsMax = 99

    private let charactersMax: Int
    private let partsMax: Int

    /// - Parameters:
    ///   - charactersMax: longest part, in characters.
    ///   - partsMax: most parts, `1...99`; 1 forbids a division.
    public init(charactersMax: Int, partsMax: Int) {
        self.charactersMax = charactersMax
        self.partsMax = min(partsMax, Self.partsMax)
    }

    /// The parts in order: one without a number when the message fits, else `(1/3) …`.
    ///
    /// - Throws: `ChannelError.overLimit` when a single fact does not fit into a part (its field is named), or when more
    ///   parts are needed than are allowed.
    public func parts(of message: MessageText) throws(ChannelError) -> [String] {
        guard partsMax > 1, message.text.count >= charactersMax else {
            return [try message.whole(charactersMax: charactersMax)]
        }
        // Numbers of one digit leave more room; most messages need no more.
        var parts = try parts(of: message, digits: 1)
        if parts.count > 9 { parts = try self.parts(of: message, digits: 2) }
        guard parts.count <= partsMax else {
            throw .overLimit(field: message.largestField, actual: parts.count, max: partsMax, unit: .parts)
        }
        return numbered(parts)
    }

    private func numbered(_ parts: [String]) -> [String] {
        parts.enumerated().map { "(\($0 + 1)/\(parts.count)) \($1)" }
    }

    /// - Parameter digits: how many digits the count of parts has.
    private func parts(of message: MessageText, digits: Int) throws(ChannelError) -> [String] {
        var filling = Filling(room: charactersMax - "(/) \n".count - 2 * digits)
        for line in message.lines {
            for (index, sentence) in line.sentences.enumerated() {
                let gap = index > 0 ? " " : line.startsParagraph ? "\n\n" : "\n"
                try add(sentence, after: gap, to: &filling)
            }
        }
        return filling.finished
    }

    private func add(
        _ sentence: MessageSentence, after gap: String, to filling: inout Filling
    ) throws(ChannelError) {
        if filling.append(sentence.text, after: gap) || filling.start(with: sentence.text) { return }
        var gap = gap
        for atom in sentence.atoms {
            guard filling.append(atom.text, after: gap) || filling.start(with: atom.text) else {
                throw .overLimit(
                    field: RequestField(atom.field ?? "message"), actual: atom.text.count, max: charactersMax,
                    unit: .characters)
            }
            gap = " "
        }
    }
}

/// The parts while they are filled.
private struct Filling {
    /// - Unit: characters.
    let room: Int
    private var full: [String] = []
    private var current = ""
    private var count = 0

    init(room: Int) { self.room = room }

    var finished: [String] { current.isEmpty ? full : full + [current] }

    /// - Returns: false when the text does not fit into the current part.
    mutating func append(_ text: String, after gap: String) -> Bool {
        guard !current.isEmpty else { return start(with: text) }
        // Joining texts never makes more characters than they have by themselves.
        let longer = count + gap.count + text.count
        guard longer <= room else { return false }
        current += gap + text
        count = longer
        return true
    }

    /// - Returns: false when the text does not fit into any part.
    mutating func start(with text: String) -> Bool {
        guard text.count <= room else { return false }
        if !current.isEmpty { full.append(current) }
        current = text
        count = text.count
        return true
    }
}
