internal import ContactRouting

/// Finds the sources of the directory behind what today's decision says.
struct DirectoryGrounds {
    private let decision: Decision
    private let refused: [RefusedChannel]
    /// The merchant stands in the case, not in the directory.
    private let isMerchantDescribed: Bool

    init(_ decision: Decision, _ facts: ContactCase) {
        self.decision = decision
        refused = decision.refused
        isMerchantDescribed =
            switch facts.merchant {
            case .described: true
            case .listed: false
            }
    }

    /// The sources that the new state of a change stands on; what has gone has none, except its channel's own.
    func sources(of subject: DecisionChange.Subject) -> [Source] {
        switch subject {
        case .outcome, .next: []
        case .asked: decision.asked?.objection.map { Self.sources(of: $0.grounds) } ?? []
        case .deadline(_, let new): new.map(sources) ?? []
        case .objection(let channel, _, let new): new.map { sources(of: $0, on: channel) } ?? offer(channel)
        case .channel(let channel, _, _), .verdict(let channel, _), .score(let channel, _),
            .whenOpen(let channel, _), .usableFrom(let channel, _, _), .availability(let channel, _, _),
            .details(let channel, _):
            offer(channel)
        }
    }

    private func offer(_ channel: ChannelName) -> [Source] {
        let usable = decision.usable.first { $0.channel == channel }?.offer
        guard let offer = usable ?? refused.first(where: { $0.channel == channel })?.offer else { return [] }
        return switch offer.owner {
        case .merchant: isMerchantDescribed ? [] : offer.sources
        case .institution, .law, .closed, .person: offer.sources
        }
    }

    private func sources(of record: ObjectionRecord, on channel: ChannelName) -> [Source] {
        let objections = refused.first { $0.channel == channel }?.objections ?? []
        return objections.first {
            $0.code.rawValue == record.code.text && $0.grounds.sourceText == record.source
        }
        .map { Self.sources(of: $0.grounds) } ?? []
    }

    private func sources(of record: DeadlineRecord) -> [Source] {
        decision.deadlines.first {
            $0.right.rawValue == record.right.text && $0.grounds.sourceText == record.source
        }.map { Self.sources(of: $0.grounds) } ?? []
    }

    private static func sources(of grounds: Grounds) -> [Source] {
        switch grounds {
        case .directory(let source): [source]
        case .law, .editorial, .caseFacts: []
        }
    }
}
