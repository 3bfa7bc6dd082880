internal import ContactRouting
internal import JSONText
internal import OpeningHours
internal import PhoneNumbers

extension CaseReading {
    // MARK: The merchant

    func merchant(_ value: JSONValue) -> MerchantReference? {
        switch value.kind {
        case .string: return listedMerchant(value)
        case .object: return describedMerchant(value).map { .described($0) }
        case .array, .number, .bool, .null:
            intake.note(.wrongType(expected: .merchant, found: value.kind), at: value)
            return nil
        }
    }

    private func listedMerchant(_ value: JSONValue) -> MerchantReference? {
        guard let text = intake.text(value) else { return nil }
        if let id = try? EntryID(parsing: text), reader.merchantIDs.contains(id) { return .listed(id) }
        let ids = reader.merchants.lazy.map(\.text)
        intake.note(.unknownMerchant(text, nearest: nearestName(to: text, among: ids)), at: value)
        return nil
    }

    private func describedMerchant(_ value: JSONValue) -> MerchantDescription? {
        guard var fields = Fields(value, intake) else { return nil }
        let name = fields.require("name", intake.line)
        let country = fields.read("country", intake.country)
        let website = fields.read("website", intake.link)
        let address = fields.read("address", intake.address)
        let email = fields.read("email", intake.email)
        let phone = fields.read("phone", intake.phone(in: PhoneRegion(country)))
        let links = fields.read("links", links)
        let mediator = fields.read("mediator", mediator)
        let languages = fields.read("languages", intake.languages)
        fields.finish()
        guard let name else { return nil }

        var merchant = MerchantDescription(name: name)
        merchant.country = country
        merchant.website = website
        merchant.address = address
        merchant.email = email
        merchant.phone = phone
        merchant.links = links ?? []
        merchant.mediator = mediator
        merchant.languages = languages ?? []
        return merchant
    }

    /// An object whose keys are channels.
    private func links(_ value: JSONValue) -> [ChannelLink]? {
        guard let members = value.members else {
            intake.note(.wrongType(expected: .object, found: value.kind), at: value)
            return nil
        }
        let count = members.reduce(into: 0) { count, _ in count += 1 }
        guard count <= CaseReader.entriesMax else {
            intake.note(.tooMany(count: count, max: CaseReader.entriesMax), at: value)
            return nil
        }
        return members.compactMap { member in
            guard let channel = Intake.channel(member.key, among: reader.channels) else {
                intake.note(Intake.unknownChannel(member.key, among: reader.channels), at: member.place)
                return nil
            }
            return intake.link(member.value).map { ChannelLink(channel: channel, link: $0) }
        }
    }

    private func mediator(_ value: JSONValue) -> NamedMediator? {
        guard var fields = Fields(value, intake) else { return nil }
        let name = fields.require("name", intake.line)
        let address = fields.read("address", intake.address)
        let website = fields.read("website", intake.link)
        fields.finish()
        return name.map { NamedMediator(name: $0, address: address, website: website) }
    }

    // MARK: The seller

    func seller(_ value: JSONValue) -> Seller? {
        guard var fields = Fields(value, intake) else { return nil }
        var seller = Seller()
        seller.kind = fields.read("type", intake.choice)
        seller.name = fields.read("name", intake.line)
        seller.country = fields.read("country", intake.country)
        seller.fulfilledBy = fields.read("fulfilledBy", intake.choice)
        seller.primeEligible = fields.read("primeEligible", intake.bool)
        seller.siteReachable = fields.read("siteReachable", intake.bool)
        seller.address = fields.read("address", intake.address)
        seller.email = fields.read("email", intake.email)
        seller.website = fields.read("website", intake.link)
        seller.registration = fields.read("registration", intake.line)
        fields.finish()
        return seller
    }

    // MARK: The person

    func consumer(_ value: JSONValue) -> (facts: Consumer, reachable: Schedule?)? {
        guard var fields = Fields(value, intake) else { return nil }
        var consumer = Consumer()
        consumer.name = fields.read("name", intake.privateLine)
        consumer.address = fields.read("address", intake.address).map { Private($0) }
        consumer.email = fields.read("email", intake.email).map { Private($0) }
        let phone = fields.value("phone")
        consumer.country = fields.read("country", intake.country)
        consumer.phone = phone.flatMap(intake.phone(in: PhoneRegion(consumer.country))).map { Private($0) }
        consumer.region = fields.read("region", intake.choice)
        consumer.timeZone = fields.read("timeZone", intake.timeZone(reader.zones.contains))
        consumer.language = fields.read("language", intake.choice)
        let reachable = fields.read("reachable", intake.hours)
        consumer.reachable = reachable?.text
        consumer.hasAccount = fields.read("hasAccount", intake.bool)
        consumer.canLogIn = fields.read("canLogIn", intake.bool)
        consumer.canCall = fields.read("canCall", intake.bool)
        consumer.deaf = fields.read("deaf", intake.bool)
        consumer.professional = fields.read("professional", intake.bool)
        consumer.signature = fields.read("signature", intake.path)
        fields.finish()
        return (consumer, reachable?.schedule)
    }

    func correspondent(_ value: JSONValue, _ region: PhoneRegion) -> Correspondent? {
        guard var fields = Fields(value, intake) else { return nil }
        let name = fields.read("name", intake.line)
        let address = fields.read("address", intake.address)
        let phone = fields.read("phone", intake.phone(in: region))
        fields.finish()
        return Correspondent(name: name, address: address, phone: phone)
    }
}
