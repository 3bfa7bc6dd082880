public import ContactRouting

/// One place where a plugin does not keep the contract.
public struct ContractBreach: Hashable, Sendable, CustomStringConvertible {
    public let rule: ContractRule
    public let channel: ChannelName?
    /// What was seen, in one sentence.
    public let text: String

    public init(_ rule: ContractRule, _ channel: ChannelName?, _ text: String) {
        self.rule = rule
        self.channel = channel
        self.text = text
    }

    public var description: String { "\(channel?.text ?? "plugin"), \(rule.rawValue): \(text)" }
}

/// The rules of the contract.
public enum ContractRule: String, Hashable, Sendable, CaseIterable {
    /// Every channel is described in full, limits and settings included.
    case descriptorComplete = "descriptor-complete"
    /// A channel of another plugin is refused as `notServed`.
    case othersRefused = "others-refused"
    /// The same request gives the same preparation.
    case sameBytes = "same-bytes"
    /// A preparation names its own channel, reference and files.
    case preparationSound = "preparation-sound"
    /// What is above a limit is refused, not cut.
    case limitsRefused = "limits-refused"
    /// What a channel cannot do without is named.
    case missingNamed = "missing-named"
    /// No secret stands in anything a plugin makes or says.
    case secretsKept = "secrets-kept"
    /// One attempt is one attempt.
    case noRetry = "no-retry"
    /// What goes out is what was prepared.
    case sentAsPrepared = "sent-as-prepared"
    /// Acceptance is claimed when the next hop accepted, and only as far as the channel proves anything.
    case acceptanceProved = "acceptance-proved"
    /// Lost before the content was handed over: `failed`.
    case lostBeforeIsFailed = "lost-before-is-failed"
    /// Lost after the content was handed over: `unknown`.
    case lostAfterIsUnknown = "lost-after-is-unknown"
    /// Too many requests: deferred or `rateLimited`.
    case throttledWaits = "throttled-waits"
    /// A second attempt can be recognised by its key.
    case duplicatesRecognised = "duplicates-recognised"
    /// An answer whose body says that it failed is not accepted.
    case bodyOutranksStatus = "body-outranks-status"
    /// When the checkpoint cannot be stored, nothing is changed afterwards.
    case checkpointFirst = "checkpoint-first"
    /// Asking what became of a delivery sends nothing.
    case reconcileSendsNothing = "reconcile-sends-nothing"
    /// What a person must do needs no port.
    case personTouchesNoPort = "person-touches-no-port"
}
