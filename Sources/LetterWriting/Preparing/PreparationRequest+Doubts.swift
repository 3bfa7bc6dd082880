public import ChannelPluginKit
public import ContactRouting

extension PreparationRequest {
    /// What the person should look at before a letter or a message of this request goes out: the doubts of the plan,
    /// and those of its form and language.
    ///
    /// - Parameters:
    ///   - declared: what a message itself declares; nil for one that only asks or reports.
    ///   - counts: which doubts of the plan concern what goes out.
    public func doubts(
        of writing: Doubt.Writing, declaring declared: DeclaredMatter? = nil,
        where counts: (Doubt) -> Bool = { _ in true }
    ) -> [Doubt] {
        var doubts = (letter?.doubts ?? []).filter(counts).map { $0.told(of: writing) }
        // C. conso. L216-6 asks for the medium; the other ways of ending a contract are free of form.
        if writing == .message, declared == .endOfContract, letter?.kind == .deliveryTermination {
            doubts.append(.durableMediumNeeded)
        }
        if hasUntranslatedWords {
            doubts.append(.ownWordsUntranslated(writing, writtenIn: recipientLanguage))
        }
        return doubts
    }

    /// What the person should look at before a call that this request prepares.
    public var doubtsOfCall: [Doubt] {
        let facts = contactCase
        var doubts: [Doubt] = []
        if facts.order.number == nil, IssueSet.ofAnOrder.contains(facts.issue.kind) {
            doubts.append(.orderNumberUnknown)
        }
        return doubts + (letter?.doubts ?? []).filter(Self.concernsCall).map { $0.told(of: .call) }
    }

    /// Whether a doubt about a letter's claim also concerns a call: where the law gives something else than the
    /// person wants, and what a call cannot do.
    private static func concernsCall(_ doubt: Doubt) -> Bool {
        switch doubt {
        case .withdrawalUnproven, .deliveryComesFirst, .deliveryMayBeRefused, .civilNoticeFirst,
            .refundInstead, .remedyComesFirst, .choiceOpen:
            true
        default: false  // tidy-allow: whatever else a plan doubts
        }
    }

    /// The person's own words are in the person's language, and nobody translates them.
    private var hasUntranslatedWords: Bool {
        contactCase.issue.description != nil && contactCase.consumer.effectiveLanguage != recipientLanguage
    }
}
