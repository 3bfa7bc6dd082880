internal import CivilCalendar
internal import ContactRouting
internal import JSONText

extension DirectoryReading {
    func merchant(_ value: JSONValue) -> Merchant? {
        guard var fields = Fields(value, intake) else { return nil }
        let id = newEntryID(&fields)
        let name = fields.require("name", line)
        let country = fields.require("country", intake.country)
        let legal = fields.require("legal", orUnknown(legalEntity))
        let zone = fields.require("timeZone", intake.timeZone(hasZone))
        let holidays = fields.read("holidays", publicHolidays)
        let marketplace = fields.require("marketplace", orUnknown(intake.bool))
        let mediator = namedMediator(&fields)
        let website = fields.require("website", orUnknown(httpsLink))
        trader = Trader(website: website ?? nil)
        defer { trader = nil }
        let policyList = fields.required("policies")
        let place = zone.map { HoursPlace(timeZone: $0, holidays: holidays ?? nil) }
        let channels = fields.require("channels") { self.channels($0, min: 0, at: place) }
        let policies = policyList.flatMap { self.policies($0, offered: Set((channels ?? []).map(\.channel))) }
        fields.finish()
        guard let id, let name, let country, let legal, let zone, let marketplace, let website, let policies,
            let channels
        else { return nil }
        return Merchant(
            id: id, name: name, country: country, legal: legal, timeZone: zone, marketplace: marketplace,
            mediator: mediator?.id, mediatorSource: mediator?.source, website: website, policies: policies,
            channels: channels)
    }

    /// A value that must be there and may be `null`, which says that it is unknown.
    private func orUnknown<Value>(_ body: @escaping (JSONValue) -> Value?) -> (JSONValue) -> Value?? {
        { value in
            if value.isNull { return .some(nil) }
            return body(value).map { .some($0) }
        }
    }

    private func legalEntity(_ value: JSONValue) -> LegalEntity? {
        guard var fields = Fields(value, intake) else { return nil }
        let name = fields.require("name", line)
        let registration = fields.read("registration", line)
        let seatCountry = fields.read("seatCountry", intake.country)
        let seatAddress = fields.read("seatAddress") { value in
            let address = self.address(lines: 1...7, capitalsFrom: nil)(value)
            if let address { lintAddress(address, isFrench: seatCountry.map { $0 == .france }, at: value) }
            return address
        }
        let branchIn = fields.read("branchIn", intake.list(min: 1, max: 50, intake.country))
        let source = fields.require("source", source)
        fields.finish()
        guard let name, let source else { return nil }
        return LegalEntity(
            name: name, registration: registration, seatCountry: seatCountry, seatAddress: seatAddress,
            branchIn: branchIn ?? [], source: source)
    }

    /// Which public holidays the hours mean: those of a region or a country, or none that the program knows.
    private func publicHolidays(_ value: JSONValue) -> PublicHolidays?? {
        guard var fields = Fields(value, intake) else { return nil }
        let country = fields.require("country", intake.country)
        let region: FrenchRegion? = fields.read("region", intake.choice)
        fields.finish()
        guard let country else { return nil }
        return .some(PublicHolidays(countryCode: country.text, region: region))
    }

    /// The mediator and its source: both or none.
    private func namedMediator(_ fields: inout Fields) -> (id: EntryID, source: Source)? {
        let value = fields.required("mediator")
        let sourceValue = fields.value("mediatorSource")
        let source = sourceValue.flatMap(source)
        guard let value, !value.isNull else {
            if value != nil, let sourceValue {
                intake.note(.contradiction(.sourceWithoutMediator), at: sourceValue)
            }
            return nil
        }
        let id = mediator(value)
        if sourceValue == nil { intake.note(.contradiction(.mediatorUnsourced), at: value) }
        guard let id, let source else { return nil }
        return (id, source)
    }

    // MARK: Policies

    private func policies(_ value: JSONValue, offered: Set<ChannelName>) -> [Policy]? {
        var seen: [String: [Validity]] = [:]
        return intake.list(value, max: 100) { element in
            guard let policy = self.policy(element, offered: offered) else { return nil }
            let isNew = isNew(
                policy.validity, besides: seen[policy.id] ?? [], named: policy.id,
                at: element["id"] ?? element)
            seen[policy.id, default: []].append(policy.validity)
            return isNew ? policy : nil
        }
    }

    private func policy(_ value: JSONValue, offered: Set<ChannelName>) -> Policy? {
        guard var fields = Fields(value, intake) else { return nil }
        let id = fields.require("id", intake.entryID)
        let channelValue = fields.required("channel")
        let channel = channelValue.flatMap(intake.channel(among: reader.channels))
        let after: CaseEventName? = fields.require("after", intake.choice)
        let days = fields.require("days", intake.wholeNumber(1...1000))
        let extensions = fields.read("extensions", intake.list(max: 20, policyExtension))
        let source = fields.require("source", source)
        let validity = validity(&fields)
        fields.finish()
        if let channel, let channelValue, !offered.contains(channel) {
            intake.note(.contradiction(.policyWithoutChannel), at: channelValue)
        }
        guard let id, let channel, let after, let days, let source else { return nil }
        return Policy(
            id: id.text, channel: channel, after: after, days: days, extensions: extensions ?? [],
            source: source, validity: validity)
    }

    private func policyExtension(_ value: JSONValue) -> Policy.Extension? {
        guard var fields = Fields(value, intake) else { return nil }
        let from = fields.require("orderedFrom", intake.day)
        let toValue = fields.required("orderedTo")
        let to = toValue.flatMap(intake.day)
        let untilValue = fields.required("until")
        let until = untilValue.flatMap(intake.day)
        let source = fields.require("source", source)
        fields.finish()
        if let from, let to, let toValue, to < from {
            intake.note(.before("orderedTo", "orderedFrom"), at: toValue)
        }
        if let to, let until, let untilValue, until < to {
            intake.note(.before("until", "orderedTo"), at: untilValue)
        }
        guard let from, let to, let until, let source else { return nil }
        return Policy.Extension(orderedFrom: from, orderedTo: to, until: until, source: source)
    }
}
