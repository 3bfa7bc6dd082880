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
        if facts.order.number == nil, IssueSet.aboutAnOrder.contains(facts.issue.kind) {
            doubts.append(.orderNumberUnknown)
        }
        if letter?.doubts.contains(.withdrawalUnproven) ?? false { doubts.append(.withdrawalUnproven) }
        return doubts
    }

    /// The person's own words are in the person's language, and nobody translates them.
    private var hasUntranslatedWords: Bool {
        contactCase.issue.description != nil && contactCase.consumer.effectiveLanguage != recipientLanguage
    }
}
