/// What holds in a part of a day, in six bytes.
struct Slot: Hashable, Sendable {
    enum Code: UInt8, Sendable {
        case closed, open, declared, openEnd, holidayCalendarMissing, positionMissing

        /// A set of codes is a sum of these.
        var bit: UInt8 { 1 << rawValue }
    }

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
        case .positionMissing: .unknown(.positionMissing)
        }
    }

    var ruleIndex: Int? { rule == Self.noRule ? nil : Int(rule) }

    /// Whether state, reason or comment differ; the rule does not count.
    func differs(from other: Slot) -> Bool { code != other.code || comment != other.comment }
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

/// What a search looks for.
struct WantedSlot {
    /// One bit for each code that is looked for.
    private let codes: UInt8
    /// Another comment than this is looked for too, when that counts.
    private let comment: UInt16
    private let countsComments: Bool

    private static let unknownCodes: UInt8 = ~(Slot.Code.closed.bit | Slot.Code.open.bit)

    /// Open for sure.
    static let open = WantedSlot(codes: Slot.Code.open.bit, comment: 0, countsComments: false)

    /// Whatever is a change from the slot.
    @inline(__always)
    static func change(from slot: Slot, _ kind: ChangeKind) -> WantedSlot {
        switch kind {
        case .state:
            WantedSlot(
                codes: ~(slot.isUnknown ? unknownCodes : slot.code.bit), comment: 0, countsComments: false)
        case .any: WantedSlot(codes: ~slot.code.bit, comment: slot.comment, countsComments: true)
        }
    }

    @inline(__always)
    func matches(_ slot: Slot) -> Bool {
        codes >> slot.code.rawValue & 1 == 1 || (countsComments && slot.comment != comment)
    }

    /// Whether a table can have it.
    @inline(__always)
    func mayBe(in summary: SlotSummary) -> Bool {
        codes & summary.codes != 0
            || (countsComments && (summary.hasSeveralComments || summary.comment != comment))
    }
}
