public import ContactRouting

/// The sentences of a decision, in the reader's language.
///
/// CaseFormat knows no text: whoever wants sentences in the file hands them in.
public protocol DecisionWording {
    func text(of objection: Objection, on offer: ChannelOffer) -> String
    func text(of reason: ReasonCode, for channel: UsableChannel) -> String
    func text(of deadline: Deadline) -> String
    /// Whether it is worth waiting until a channel opens.
    func text(of whenOpen: WhenOpen, on offer: ChannelOffer) -> String
    func text(of flip: Flip) -> String
    func text(of asked: AskedAnswer) -> String
    /// The question that a person answers to make a fact known.
    func question(for fact: FactPath) -> String
    /// Why this step comes after the others.
    func because(of nextStep: NextStep) -> String
    /// One short paragraph for the person.
    func explanation(of decision: Decision) -> String
}
