public import CivilCalendar
public import ContactRouting

/// One thing that is otherwise in today's decision than in the one of the file.
public struct DecisionChange: Hashable, Sendable {
    /// What changed; nil stands for what is not there.
    public enum Subject: Hashable, Sendable {
        case outcome(from: DecisionRecord.Outcome, to: DecisionRecord.Outcome)
        /// A channel that only one of the two speaks of.
        case channel(ChannelName, from: ChannelRecord.Verdict?, to: ChannelRecord.Verdict?)
        /// Usable in one and refused in the other; the objections follow as changes of their own.
        case verdict(ChannelName, isUsable: Bool)
        case score(ChannelName, ScoreChange)
        /// The score that a closed channel would have when it opens.
        case whenOpen(ChannelName, ScoreChange)
        case objection(ChannelName, from: ObjectionRecord?, to: ObjectionRecord?)
        /// When the last objection ends.
        case usableFrom(ChannelName, from: Instant?, to: Instant?)
        case availability(ChannelName, from: AvailabilityRecord, to: AvailabilityRecord)
        /// What else is said of a channel that is usable in both.
        case details(ChannelName, [ChannelDetail])
        case deadline(from: DeadlineRecord?, to: DeadlineRecord?)
        case next(from: [NextRecord], to: [NextRecord])
        case asked(from: AskedRecord?, to: AskedRecord?)
    }

    public let subject: Subject
    /// The sources of today's directory on which the new state stands; empty when the directory is the same.
    public let sources: [Source]
}

/// A score that changed, with the terms that did it.
public struct ScoreChange: Hashable, Sendable {
    public struct Term: Hashable, Sendable {
        public let name: RecordedName
        public let from: Int
        public let to: Int
    }

    /// Nil when there was none.
    public let from: Int?
    public let to: Int?
    /// The terms whose points are not the same, in the order of the scores.
    public let terms: [Term]

    /// - Returns: nil when nothing changed.
    init?(from old: ScoreRecord?, to new: ScoreRecord?) {
        from = old?.total
        to = new?.total
        var names: [RecordedName] = []
        for term in (old?.terms ?? []) + (new?.terms ?? []) where !names.contains(term.name) {
            names.append(term.name)
        }
        terms = names.compactMap { name in
            let (before, after) = (old?.points(of: name) ?? 0, new?.points(of: name) ?? 0)
            return before == after ? nil : Term(name: name, from: before, to: after)
        }
        if from == to, terms.isEmpty { return nil }
    }
}
