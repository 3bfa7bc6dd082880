public import CaseStore
public import CivilCalendar
public import ContactRouting

/// Something that may stand in a log.
///
/// There is no way to make one from any text: names that the program gives, numbers, moments, and explanations that
/// are written for the operator. Whoever wants to log something of a person finds no initializer for it.
public struct LogValue: Hashable, Sendable {
    /// As it is written, before the handler quotes it.
    let text: String

    private init(text: String) { self.text = text }

    /// A word of the source code.
    public init(_ literal: StaticString) { self.init(text: "\(literal)") }
    public init(_ number: some BinaryInteger) { self.init(text: "\(number)") }
    public init(_ flag: Bool) { self.init(text: "\(flag)") }
    public init(_ reference: CaseReference) { self.init(text: reference.text) }
    public init(_ reference: DeliveryReference) { self.init(text: reference.text) }
    public init(_ channel: ChannelName) { self.init(text: channel.text) }
    /// The name of a worker, of a step or of a state.
    public init(_ name: StepName) { self.init(text: name.text) }
    public init(_ reminder: ReminderName) { self.init(text: reminder.text) }
    /// In UTC.
    public init(_ moment: Instant) { self.init(text: Self.utc(moment)) }
    /// One of a closed set of names.
    public init<Name: RawRepresentable & CaseIterable>(_ name: Name) where Name.RawValue == String {
        self.init(text: name.rawValue)
    }

    /// The sentence of an error of the store, which holds no personal data.
    public init(_ error: CaseStoreError) { self.init(text: error.description) }

    /// The sentence of a failure for the operator, without the words of the other side.
    public init(explanationOf failure: Failure) { self.init(text: failure.explanation) }

    /// An explanation that came with a notice of the worker, which holds no personal data.
    init(explanation: String) { self.init(text: explanation) }

    /// `2026-11-23T10:00:00Z`.
    static func utc(_ moment: Instant) -> String {
        let text = TimeZoneRules.utc.text(moment)
        return text.hasSuffix("+00:00") ? text.dropLast(6) + "Z" : text
    }
}
