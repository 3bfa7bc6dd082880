/// Tells how the agenda stands from every other way it stood, also in a store that was restored since.
///
/// The number alone would come again after a restore, with something else behind it; what is drawn with each change does
/// not.
public struct AgendaRevision: Hashable, Sendable, CustomStringConvertible {
    /// How often a text changed; zero while there has been none.
    public let number: Int
    /// Drawn with the last change; nil while there has been none.
    public let chance: StoreMark?

    /// How the agenda of a new store stands.
    public static let beginning = AgendaRevision(number: 0, chance: nil)

    /// What a store has read.
    public init(number: Int, chance: StoreMark?) {
        self.number = number
        self.chance = chance
    }

    /// Reads ``text``; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let number = parts.first.flatMap({ Int($0) }) else { return nil }
        self.init(number: number, chance: parts.count > 1 ? StoreMark(String(parts[1])) : nil)
        guard self.text == text else { return nil }
    }

    /// How it stands after one more change.
    ///
    /// - Parameter chance: drawn for this change alone.
    public func next(_ chance: LogSalt) -> AgendaRevision {
        AgendaRevision(number: number &+ 1, chance: StoreMark(chance))
    }

    /// Such as `12-7k2q9mxd`.
    public var text: String { chance.map { "\(number)-\($0)" } ?? "\(number)" }

    public var description: String { text }
}
