/// A fact of the directory with its source: what must be checked again one day.
public struct SourcedFact: Hashable, Sendable {
    /// Which part of an entry a source stands for.
    public enum Subject: Hashable, Sendable {
        case legal
        case mediator
        case policy(String)
        case policyExtension(String)
        case channel(ChannelName)
        case endpoint(ChannelName)
        case condition(ChannelName)
        case answerTime(ChannelName)
        case cost(ChannelName)
        case closed
        case distrusted
    }

    /// The identifier of the entry, or the host that is distrusted.
    public let entry: String
    public let subject: Subject
    public let source: Source
    /// When the fact holds: one that is over need not be checked again.
    public let validity: Validity
}

extension SourcedFact.Subject: CustomStringConvertible {
    /// `phone`, `phone endpoint`, `return-30-days`.
    public var description: String {
        switch self {
        case .legal: "legal"
        case .mediator: "mediator"
        case .policy(let id): id
        case .policyExtension(let id): "\(id) extension"
        case .channel(let channel): channel.text
        case .endpoint(let channel): "\(channel) endpoint"
        case .condition(let channel): "\(channel) condition"
        case .answerTime(let channel): "\(channel) answer time"
        case .cost(let channel): "\(channel) cost"
        case .closed: "closed"
        case .distrusted: "distrusted"
        }
    }
}

extension Directory {
    /// Every fact that has a source of its own, in the order of the directory.
    ///
    /// - Complexity: O(sources).
    public var facts: [SourcedFact] {
        merchants.flatMap(\.facts) + institutions.flatMap(\.facts)
            + closed.map {
                SourcedFact(entry: $0.id.text, subject: .closed, source: $0.source, validity: .always)
            }
            + distrusted.map {
                SourcedFact(entry: $0.host.text, subject: .distrusted, source: $0.source, validity: .always)
            }
    }
}

extension Merchant {
    fileprivate var facts: [SourcedFact] {
        var facts: [SourcedFact] = []
        func add(_ subject: SourcedFact.Subject, _ source: Source?, _ validity: Validity = .always) {
            guard let source else { return }
            facts.append(SourcedFact(entry: id.text, subject: subject, source: source, validity: validity))
        }
        add(.legal, legal?.source)
        add(.mediator, mediatorSource)
        for policy in policies {
            add(.policy(policy.id), policy.source, policy.validity)
            for span in policy.extensions { add(.policyExtension(policy.id), span.source, policy.validity) }
        }
        return facts + channels.flatMap { $0.facts(of: id) }
    }
}

extension Institution {
    fileprivate var facts: [SourcedFact] {
        channels.flatMap { $0.facts(of: id) }.map { fact in
            // What an institution offered ends with it.
            guard fact.validity == .always else { return fact }
            return SourcedFact(
                entry: fact.entry, subject: fact.subject, source: fact.source, validity: validity)
        }
    }
}

extension ChannelEntry {
    fileprivate func facts(of entry: EntryID) -> [SourcedFact] {
        var facts: [SourcedFact] = []
        func add(_ subject: SourcedFact.Subject, _ source: Source?, _ validity: Validity) {
            guard let source else { return }
            facts.append(SourcedFact(entry: entry.text, subject: subject, source: source, validity: validity))
        }
        add(.channel(channel), source, validity)
        for endpoint in endpoints {
            let period = endpoint.validity == .always ? validity : endpoint.validity
            add(.endpoint(channel), endpoint.source, period)
        }
        for condition in conditions { add(.condition(channel), condition.source, validity) }
        add(.answerTime(channel), answerTimeSource, validity)
        add(.cost(channel), costSource, validity)
        return facts
    }
}
