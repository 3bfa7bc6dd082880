public import CaseFormat
public import CivilCalendar
public import ContactRouting
public import Texts

/// The arrow from a decision to the person: one case's decision in one language.
///
/// Gives the writers of files their sentences; the phrasebook itself knows no file.
public struct Explaining: DecisionWording, PreparedWording {
    public let phrasebook: Phrasebook
    private let decision: Decision

    /// - Parameter language: the person's own when nil.
    public init(
        _ decision: Decision, of facts: ContactCase, in directory: Directory, zone: TimeZoneRules,
        language: Language? = nil
    ) {
        self.decision = decision
        phrasebook = Phrasebook(
            for: facts, at: decision.decidedAt, in: directory, zone: zone, language: language)
    }

    public func text(of objection: Objection, on offer: ChannelOffer) -> String {
        phrasebook.text(of: objection, on: offer)
    }

    public func text(of reason: ReasonCode, for channel: UsableChannel) -> String {
        phrasebook.text(of: reason, on: channel.offer)
    }

    public func text(of deadline: Deadline) -> String { phrasebook.text(of: deadline) }

    public func text(of whenOpen: WhenOpen, on offer: ChannelOffer) -> String {
        phrasebook.text(of: whenOpen, on: offer)
    }

    public func text(of doubt: Doubt) -> String { phrasebook.text(of: doubt) }

    public func text(of flip: Flip) -> String { phrasebook.text(of: flip) }

    public func text(of asked: AskedAnswer) -> String { phrasebook.text(of: asked, in: decision) }

    public func question(for fact: FactPath) -> String { phrasebook.question(for: fact) }

    public func because(of nextStep: NextStep) -> String { phrasebook.because(of: nextStep) }

    public func explanation(of decision: Decision) -> String { phrasebook.explanation(of: decision) }
}
