internal import ContactRouting
internal import JSONText

/// The rules that a condition can be.
private enum RuleName: String, CaseIterable {
    case login, fact, opens, closes, blocks
    case blockedBy = "blocked-by"
}

/// What an absent fact does.
private enum UnknownFact: String, CaseIterable { case refuse, allow }

/// What makes an opening come at once.
private enum Exemption: String, CaseIterable { case sellerRefused = "seller-refused" }

extension DirectoryReading {
    private static let conditionsMax = 30
    private static let valuesMax = 300

    /// The objections that a fact rule may raise.
    private static let factObjections: [ObjectionCode] = [
        .wrongSeller, .outOfScope, .professional, .needsLogin, .notOffered,
    ]

    func conditions(_ value: JSONValue, of channel: ChannelName?) -> [Condition]? {
        intake.list(value, min: 1, max: Self.conditionsMax) { self.condition($0, of: channel) }
    }

    private func condition(_ value: JSONValue, of channel: ChannelName?) -> Condition? {
        guard var fields = Fields(value, intake) else { return nil }
        // Without a known rule nothing can be said of the other keys.
        let name: RuleName? = fields.require("rule", intake.choice)
        guard let name else { return nil }
        let rule = rule(name, &fields, of: channel)
        let issues: IssueSet? =
            switch name {
            case .fact, .opens, .closes: fields.read("issues", issues)
            case .login, .blocks, .blockedBy: nil
            }
        let source = fields.read("source", source)
        fields.finish()
        return rule.map { Condition(rule: $0, issues: issues, source: source) }
    }

    private func rule(_ name: RuleName, _ fields: inout Fields, of channel: ChannelName?) -> Condition.Rule? {
        switch name {
        case .login: return .login
        case .fact: return factRule(&fields).map { .fact($0) }
        case .opens: return opensRule(&fields).map { .opens($0) }
        case .closes:
            let after: CaseEventName? = fields.require("after", intake.choice)
            let span = length(&fields)
            guard let after, let span else { return nil }
            return .closes(ClosesRule(after: after, span: span))
        case .blocks: return otherChannel(&fields, than: channel).map { .blocks($0) }
        case .blockedBy: return otherChannel(&fields, than: channel).map { .blockedBy($0) }
        }
    }

    private func opensRule(_ fields: inout Fields) -> OpensRule? {
        let after: CaseEventName? = fields.require("after", intake.choice)
        let span = length(&fields)
        let exemption: Exemption? = fields.read("unless", intake.choice)
        guard let after, let span else { return nil }
        return OpensRule(after: after, span: span, unlessSellerRefused: exemption != nil)
    }

    private func otherChannel(_ fields: inout Fields, than channel: ChannelName?) -> ChannelName? {
        guard let value = fields.required("channel"),
            let other = intake.channel(among: reader.channels)(value)
        else { return nil }
        guard other != channel else {
            intake.note(.contradiction(.blocksItself), at: value)
            return nil
        }
        mention(other, at: value)
        return other
    }

    // MARK: Facts

    private func factRule(_ fields: inout Fields) -> FactRule? {
        let fact: FactPath? = fields.require("fact", intake.choice(among: FactDomain.comparable))
        let oneOf = fields.value("oneOf")
        let noneOf = fields.value("noneOf")
        let unknown: UnknownFact? = fields.require("unknown", intake.choice)
        let otherwise: ObjectionCode? = fields.require("otherwise", intake.choice(among: Self.factObjections))
        guard (oneOf == nil) != (noneOf == nil) else {
            intake.note(.needsOneOf(["oneOf", "noneOf"]), at: fields.object)
            return nil
        }
        guard let fact, let list = oneOf ?? noneOf, let values = values(list, of: fact), let unknown,
            let otherwise
        else { return nil }
        return FactRule(
            fact: fact, test: oneOf != nil ? .oneOf(values) : .noneOf(values),
            isPrecondition: unknown == .refuse,
            otherwise: otherwise)
    }

    private func values(_ list: JSONValue, of fact: FactPath) -> [FactValue]? {
        var seen: Set<FactValue> = []
        return intake.list(list, min: 1, max: Self.valuesMax) { element in
            guard let value = self.value(element, of: fact) else { return nil }
            guard seen.insert(value).inserted else {
                intake.note(.duplicateEntry(element.string ?? "\(element.bool ?? false)"), at: element)
                return nil
            }
            return value
        }
    }

    private func value(_ value: JSONValue, of fact: FactPath) -> FactValue? {
        switch FactDomain(fact) {
        case .bool: return intake.bool(value).map { .bool($0) }
        case .country: return intake.country(value).map { .name($0.text) }
        case .names(let names):
            guard let text = intake.text(value) else { return nil }
            guard names.contains(text) else {
                intake.unknown(text, among: names, at: value)
                return nil
            }
            return .name(text)
        }
    }
}
