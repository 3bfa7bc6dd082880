/// What holds in a part of a day, in six bytes.
struct Slot: Hashable, Sendable {
    enum Code: UInt8, Sendable { case closed, open, declared, openEnd, holidayCalendarMissing }

    var code: Code
    /// The rule's index, or `noRule`.
    var rule: UInt16
    /// One more than the index of the comment; 0 for none.
    var comment: UInt16

    static let noRule = UInt16.max
    /// Where no rule says anything.
    static let silent = Slot(code: .closed, rule: noRule, comment: 0)
    static let undetermined = Slot(code: .holidayCalendarMissing, rule: noRule, comment: 0)

    var isUnknown: Bool { code.rawValue >= Code.declared.rawValue }

    var state: State {
        switch code {
        case .closed: .closed
        case .open: .open
        case .declared: .unknown(.declared)
        case .openEnd: .unknown(.openEnd)
        case .holidayCalendarMissing: .unknown(.holidayCalendarMissing)
        }
    }

    var ruleIndex: Int? { rule == Self.noRule ? nil : Int(rule) }

    func differs(from other: Slot, _ kind: ChangeKind) -> Bool {
        switch kind {
        case .state: code != other.code && !(isUnknown && other.isUnknown)
        case .any: code != other.code || comment != other.comment
        }
    }
}

/// From this minute of the day on, this holds.
struct Break: Hashable, Sendable {
    var minute: UInt16
    var slot: Slot
}

/// A part of a day that a rule fills, in minutes.
struct Paint: Hashable, Sendable {
    var minutes: Range<Int>
    var slot: Slot
    /// Fills only what is closed so far.
    var isFallback: Bool
}
