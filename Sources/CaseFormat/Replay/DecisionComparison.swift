public import ContactRouting

/// A decision of a file beside the one that today's program, directory and rules make of today's case at the same
/// moment.
///
/// Sentences, questions and flips are not compared: they follow from the rest.
public struct DecisionComparison: Hashable, Sendable {
    public let recorded: DecisionRecord
    public let today: DecisionRecord
    /// What the two do not have in common, so that it may have caused the changes.
    ///
    /// One: it is the cause. Several: nothing in the two files can tell which of them did it. None, and yet changes:
    /// the file is not as the program wrote it, or the program was changed without a new version.
    public let causes: [DecisionInput]
    /// Empty when today's decision is the same.
    public let changes: [DecisionChange]

    /// - Complexity: O(channels²) for a few dozen channels; a file may hold ``DecisionReader/entriesMax``.
    public init(
        _ recorded: DecisionRecord, today decision: Decision, of facts: ContactCase, stamp: DecisionStamp
    )
        throws(CaseFormatError)
    {
        self.recorded = recorded
        // Read the way the file is read, so that both sides went through the same door.
        today = try DecisionReader().read(DecisionWriter().json(decision, of: facts, stamp: stamp))
        causes = recorded.basis.inputs(differingFrom: today.basis)
        let grounds = causes.contains(.directory) ? DirectoryGrounds(decision, facts) : nil
        changes = DecisionDifference(recorded, today).subjects.map {
            DecisionChange(subject: $0, sources: grounds?.sources(of: $0) ?? [])
        }
    }
}

/// Walks through two decisions side by side.
struct DecisionDifference {
    private let old: DecisionRecord
    private let new: DecisionRecord

    init(_ old: DecisionRecord, _ new: DecisionRecord) {
        self.old = old
        self.new = new
    }

    /// Everything that is not the same: the outcome first, then the channels in today's order, then the rest.
    var subjects: [DecisionChange.Subject] {
        var found: [DecisionChange.Subject] = []
        if old.outcome != new.outcome { found.append(.outcome(from: old.outcome, to: new.outcome)) }
        for channel in new.channels {
            guard let before = old.verdict(on: channel.channel) else {
                found.append(.channel(channel.channel, from: nil, to: channel.verdict))
                continue
            }
            found += Self.changes(of: channel.channel, from: before, to: channel.verdict)
        }
        for channel in old.channels where new.verdict(on: channel.channel) == nil {
            found.append(.channel(channel.channel, from: channel.verdict, to: nil))
        }
        found += deadlines
        if old.next != new.next { found.append(.next(from: old.next, to: new.next)) }
        if old.asked != new.asked { found.append(.asked(from: old.asked, to: new.asked)) }
        return found
    }

    private static func changes(
        of channel: ChannelName, from old: ChannelRecord.Verdict, to new: ChannelRecord.Verdict
    ) -> [DecisionChange.Subject] {
        switch (old, new) {
        case (.usable(let old), .usable(let new)): changes(of: channel, from: old, to: new)
        case (.refused(let old), .refused(let new)): changes(of: channel, from: old, to: new)
        case (.usable, .refused(let new)):
            [.verdict(channel, isUsable: false)]
                + new.objections.map { .objection(channel, from: nil, to: $0) }
        case (.refused(let old), .usable):
            [.verdict(channel, isUsable: true)]
                + old.objections.map { .objection(channel, from: $0, to: nil) }
        }
    }

    private static func changes(
        of channel: ChannelName, from old: UsableRecord, to new: UsableRecord
    ) -> [DecisionChange.Subject] {
        var found: [DecisionChange.Subject] = []
        if let score = ScoreChange(from: old.score, to: new.score) { found.append(.score(channel, score)) }
        if old.availability != new.availability {
            found.append(.availability(channel, from: old.availability, to: new.availability))
        }
        let details = ChannelDetail.allCases.filter { old.details[$0] != new.details[$0] }
        if !details.isEmpty { found.append(.details(channel, details)) }
        return found
    }

    private static func changes(
        of channel: ChannelName, from old: RefusedRecord, to new: RefusedRecord
    ) -> [DecisionChange.Subject] {
        // One that is about another thing now is a change of the same objection when nothing closer is there.
        let pairs = paired(
            old.objections, new.objections,
            kinds: [{ $0.code == $1.code && $0.about == $1.about }, { $0.code == $1.code }])
        var found: [DecisionChange.Subject] = pairs.map { .objection(channel, from: $0.old, to: $0.new) }
        if old.usableFrom != new.usableFrom {
            found.append(.usableFrom(channel, from: old.usableFrom, to: new.usableFrom))
        }
        if let score = ScoreChange(from: old.whenOpen, to: new.whenOpen) {
            found.append(.whenOpen(channel, score))
        }
        return found
    }

    private var deadlines: [DecisionChange.Subject] {
        Self.paired(old.deadlines, new.deadlines, kinds: [{ $0.right == $1.right }])
            .map { .deadline(from: $0.old, to: $0.new) }
    }

    /// What is not the same in two lists: entries of a kind stand beside each other, in the order of the new list.
    ///
    /// - Parameter kinds: from the strictest to the loosest; an entry finds its partner by the first that has one, so
    ///   that of two of a kind the one that stayed is not taken for the one that left.
    private static func paired<Entry: Equatable>(
        _ old: [Entry], _ new: [Entry], kinds: [(Entry, Entry) -> Bool]
    ) -> [(old: Entry?, new: Entry?)] {
        var rest = old
        var partners: [Entry?] = Array(repeating: nil, count: new.count)
        for isSameKind in [{ $0 == $1 }] + kinds {
            for index in new.indices where partners[index] == nil {
                guard let place = rest.firstIndex(where: { isSameKind($0, new[index]) }) else { continue }
                partners[index] = rest.remove(at: place)
            }
        }
        let pairs = zip(partners, new).filter { $0 != $1 }.map { (old: $0, new: Optional($1)) }
        return pairs + rest.map { (old: $0, new: nil) }
    }
}
