public import CivilCalendar

/// A stretch of time in which state and comment stay the same.
///
/// Kept within four words, so that a sequence hands it on in registers.
public struct Interval: Sendable {
    /// From the first moment to the first moment after it.
    public let range: Range<Instant>
    private let slot: Slot
    /// Where the comment is found; nil without one.
    private let comments: CommentList?

    init(range: Range<Instant>, slot: Slot, comments: CommentList) {
        self.range = range
        self.slot = slot
        self.comments = slot.comment == 0 ? nil : comments
    }

    /// Whether it is open in all of the range.
    public var state: State { slot.state }

    /// The comment of the rule that decided at the start, without quotes.
    public var comment: String? { comments?.text(of: slot) }

    /// The rule that decided at the start, as an index of `Schedule.rules`.
    public var ruleIndex: Int? { slot.ruleIndex }

    /// Whether it is the guessed part of an open end.
    public var isOpenEnded: Bool { slot.code == .openEnd }
}

extension Interval: Hashable {
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.range == rhs.range && lhs.state == rhs.state && lhs.comment == rhs.comment
            && lhs.ruleIndex == rhs.ruleIndex
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(range)
        hasher.combine(state)
        hasher.combine(comment)
        hasher.combine(ruleIndex)
    }
}

/// The different comments of a schedule.
final class CommentList: Sendable {
    private let texts: [String]

    init(_ texts: [String]) { self.texts = texts }

    func text(of slot: Slot) -> String? { slot.comment == 0 ? nil : texts[Int(slot.comment) - 1] }
}
