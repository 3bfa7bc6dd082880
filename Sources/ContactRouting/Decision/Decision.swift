public import CivilCalendar

/// The outcome of one decision, with a verdict for every channel that the directory or the law offers.
///
/// Complete on purpose: whoever asks "why not by e-mail?" finds the answer here, months later. Holds no sentence;
/// Texts makes them in the reader's language.
public struct Decision: Sendable {
    public enum Outcome: Hashable, Sendable {
        /// Go through the first of ``Decision/usable``.
        case contact
        case wait(until: Instant, because: WaitReason)
        /// No right is left, or nothing helps.
        case none(because: NothingReason)
    }

    public let decidedAt: Instant
    public let outcome: Outcome
    /// Channels that nothing stands against, best first.
    public let usable: [UsableChannel]
    let refusals: Refusals
    public let deadlines: [Deadline]
    public let next: [NextStep]
    public let asked: AskedAnswer?
    /// The rung that is reached: what has failed so far decides it.
    public let reached: Rung
    /// Who must answer: a letter goes there.
    public let side: SellerSide

    /// Channels with something against them: those that this case refuses in the directory's order, then those that
    /// no case with such an issue is offered.
    ///
    /// - Complexity: O(channels + objections): keep it when it is needed more than once.
    public var refused: [RefusedChannel] { refusals.channels }

    /// The first part of ``refused``: what this case refuses.
    public var refusedByCase: [RefusedChannel] { refusals.ofCase }

    /// The second part of ``refused``: what no case with such an issue against this merchant is offered.
    public var unoffered: UnofferedChannels { refusals.unoffered }

    /// The channel to use, when the outcome is `contact`.
    public var best: UsableChannel? {
        switch outcome {
        case .contact: usable.first
        case .wait, .none: nil
        }
    }
}

/// Why waiting is right.
public enum WaitReason: Hashable, Sendable {
    /// The other side's time to answer on this channel still runs.
    case answerPending(ChannelName)
    /// The law gives the other side time to perform.
    case performanceDue(RightName)
    /// The next step is this channel, and it is not open yet.
    case nextStepOpens(ChannelName)
}

/// Why nothing helps.
public enum NothingReason: String, Hashable, Sendable, CaseIterable {
    case noRightLeft = "no-right-left"
    case goodsExcluded = "goods-excluded"
    /// The defect came after the guarantee of conformity, and the time for hidden defects is over.
    case guaranteesOver = "guarantees-over"
    case privateSeller = "private-seller"
    case professional
    case nothingUsable = "nothing-usable"
}

/// A channel that may be used now.
public struct UsableChannel: Sendable {
    public let offer: ChannelOffer
    public let score: Score
    public let availability: Availability
    /// When an answer may come: an estimate of the program's own.
    public let expectedAnswer: ClosedRange<Instant>
    /// What is needed to fill it in and is not known.
    public let missing: [FactPath]
    var reasonCodes: ReasonCodes
    public let rung: Rung

    /// Why it is good, the weightiest reason first.
    public var reasons: [ReasonCode] { reasonCodes.ordered }

    public var channel: ChannelName { offer.channel }
}

/// A channel that may not be used now, with everything that stands against it.
public struct RefusedChannel: Sendable {
    public let offer: ChannelOffer
    public let objections: [Objection]
    /// What waiting would bring, when nothing but the hours stands against it.
    public let whenOpen: WhenOpen?

    /// Refused in the same words to every case with such an issue: nobody offers it, or the service has ended.
    public let isNotOffered: Bool

    init(offer: ChannelOffer, objections: [Objection], whenOpen: WhenOpen? = nil) {
        self.offer = offer
        self.objections = objections
        self.whenOpen = whenOpen
        isNotOffered = false
    }

    /// A channel that no case with such an issue is offered.
    init(notOffered offer: ChannelOffer) {
        self.offer = offer
        objections = offer.notOffered
        whenOpen = nil
        isNotOffered = true
    }

    public var channel: ChannelName { offer.channel }

    /// When the last of the objections ends; nil unless every one of them will end at a known moment.
    public var usableFrom: Instant? { objections.usableFrom }
}

extension [Objection] {
    /// When the last of them ends; nil unless every one will end at a known moment.
    var usableFrom: Instant? {
        var latest: Instant?
        for objection in self {
            guard let moment = objection.usableFrom else { return nil }
            latest = Swift.max(latest ?? moment, moment)
        }
        return latest
    }
}

/// A step that comes after this one.
public struct NextStep: Hashable, Sendable {
    public let channel: ChannelName
    /// Not before this moment; nil when it depends on the other side.
    public let notBefore: Instant?
    public let because: ObjectionCode
}

/// The answer about a channel that the person named.
public struct AskedAnswer: Hashable, Sendable {
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        case yes
        case notYet = "not-yet"
        case noLonger = "no-longer"
        case never
    }

    public let channel: ChannelName
    public let answer: Answer
    public let usableFrom: Instant?
    public let since: CivilDay?
    /// The objection that decides it.
    public let objection: Objection?
}
