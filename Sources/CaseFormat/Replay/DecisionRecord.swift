public import CivilCalendar
public import ContactRouting
public import Digests

/// What a decision file says, without its sentences: the part of a decision that can be compared years later.
///
/// Names of lists that may have grown or shrunk since then are kept as they stand in the file: a decision of another
/// version of the program stays readable.
public struct DecisionRecord: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        case contact(ChannelName)
        case wait(until: Instant)
        case none
    }

    public let decidedAt: Instant
    public let outcome: Outcome
    /// The usable ones, best first, then the refused ones; every name once.
    public let channels: [ChannelRecord]
    public let deadlines: [DeadlineRecord]
    public let next: [NextRecord]
    public let asked: AskedRecord?
    public let basis: DecisionBasis

    /// The verdict on a channel; nil when the decision does not speak of it.
    ///
    /// - Complexity: O(channels).
    public func verdict(on channel: ChannelName) -> ChannelRecord.Verdict? {
        channels.first { $0.channel == channel }?.verdict
    }
}

/// What a decision rests on.
public struct DecisionBasis: Hashable, Sendable {
    public let caseDigest: SHA256Digest
    public let directoryDigest: SHA256Digest
    public let rulesDigest: SHA256Digest
    /// The version of the program.
    public let program: String

    /// What is not the same in another one, in the order of ``DecisionInput``.
    public func inputs(differingFrom other: DecisionBasis) -> [DecisionInput] {
        DecisionInput.allCases.filter { input in
            switch input {
            case .caseFile: caseDigest != other.caseDigest
            case .directory: directoryDigest != other.directoryDigest
            case .rules: rulesDigest != other.rulesDigest
            case .program: program != other.program
            }
        }
    }
}

/// A thing that a decision depends on besides its moment.
public enum DecisionInput: String, Hashable, Sendable, CaseIterable {
    case caseFile = "case"
    case directory
    /// The tables of rights, channels and weights.
    case rules
    /// What else is written in the program, told by its version only.
    case program
}

/// A channel with its verdict.
public struct ChannelRecord: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        case usable(UsableRecord)
        case refused(RefusedRecord)
    }

    public let channel: ChannelName
    public let verdict: Verdict
}

/// What is said of a channel that may be used.
public struct UsableRecord: Hashable, Sendable {
    public let score: ScoreRecord
    public let availability: AvailabilityRecord
    /// Everything else, each as canonical JSON.
    public let details: [ChannelDetail: String]
    /// The sources behind it.
    public let sources: [SourceRecord]
}

/// A property of a usable channel that is compared as a whole: the keys of an entry of `usable`.
public enum ChannelDetail: String, Hashable, Sendable, CaseIterable {
    case expectedAnswer, cost, evidence, effort, endpoints, missing, reasons, facts
}

/// What is said of a channel that may not be used.
public struct RefusedRecord: Hashable, Sendable {
    public let usableFrom: Instant?
    public let objections: [ObjectionRecord]
    /// The score it would have when it opens.
    public let whenOpen: ScoreRecord?
}

/// A score with its terms, of which none has no points.
public struct ScoreRecord: Hashable, Sendable {
    public let total: Int
    public let terms: [ScoreTermRecord]

    /// The points of a term: 0 when it is not there.
    public func points(of name: RecordedName) -> Int { terms.first { $0.name == name }?.points ?? 0 }
}

/// One term of a score.
public struct ScoreTermRecord: Hashable, Sendable {
    public let name: RecordedName
    public let points: Int
}

/// Whether somebody is there, and until when.
public struct AvailabilityRecord: Hashable, Sendable {
    public let state: RecordedName
    public let until: Instant?
}

/// One reason against a channel.
public struct ObjectionRecord: Hashable, Sendable {
    public enum About: Hashable, Sendable {
        case nothing
        case channel(ChannelName)
        case fact(String)
        case since(CivilDay)
    }

    public let code: RecordedName
    public let about: About
    public let usableFrom: Instant?
    /// An article of law, a source of the directory, `case` or `editorial`.
    public let source: String
}

/// A source as a decision names it.
public struct SourceRecord: Hashable, Sendable {
    public let source: String
    public let checkedOn: CivilDay
    public let confidence: RecordedName
    public let isStale: Bool
}

/// A right with its times.
public struct DeadlineRecord: Hashable, Sendable {
    public let right: RecordedName
    public let opens: Instant?
    public let closes: Instant?
    public let lastDay: CivilDay?
    public let safeLastDay: CivilDay?
    public let source: String
}

/// A step that comes later.
public struct NextRecord: Hashable, Sendable {
    public let channel: ChannelName
    public let notBefore: Instant?
}

/// The answer about a channel that was asked for.
public struct AskedRecord: Hashable, Sendable {
    public let channel: ChannelName
    public let answer: RecordedName
    public let usableFrom: Instant?
    public let since: CivilDay?
}

/// A name of a closed list as a file writes it; this version of the program need not know it.
public struct RecordedName: Hashable, Sendable, CustomStringConvertible {
    /// 1 to 32 of `a-z`, `0-9` and `-`.
    public let text: String

    /// - Throws: `RoutingError.malformedName`.
    init(parsing text: String) throws(RoutingError) {
        // The form of all names of ours is that of a channel's.
        self.text = try ChannelName(parsing: text).text
    }

    public var description: String { text }
}
