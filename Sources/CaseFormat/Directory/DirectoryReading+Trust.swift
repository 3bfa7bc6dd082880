internal import CivilCalendar
internal import ContactRouting
internal import JSONText
internal import PhoneNumbers

extension DirectoryReading {
    // MARK: Hosts

    /// The sites from which nothing is taken; read before all links.
    func distrustedHosts(_ value: JSONValue) -> [DistrustedHost]? {
        var seen: Set<HostName> = []
        let hosts = intake.list(value, max: DirectoryReader.distrustedMax) { element -> DistrustedHost? in
            guard let host = self.distrustedHost(element) else { return nil }
            guard seen.insert(host.host).inserted else {
                intake.note(.duplicateEntry(host.host.text), at: element["host"] ?? element)
                return nil
            }
            return host
        }
        // Only now, because a page that warns of a host must be allowed to name it.
        for host in hosts ?? [] { distrusted.add(host) }
        return hosts
    }

    private func distrustedHost(_ value: JSONValue) -> DistrustedHost? {
        guard var fields = Fields(value, intake) else { return nil }
        let host = fields.require("host", hostName)
        let kind: DistrustedHost.Kind? = fields.require("kind", intake.choice)
        let imitates = fields.read("imitates", intake.entryID)
        let source = fields.require("source", source)
        fields.finish()
        guard let host, let kind, let source else { return nil }
        return DistrustedHost(host: host, kind: kind, imitates: imitates, source: source)
    }

    private func hostName(_ value: JSONValue) -> HostName? {
        guard let text = intake.text(value) else { return nil }
        guard let host = HostName(text), host.text == text else {
            intake.note(.malformedForm(.hostName), at: value)
            return nil
        }
        return host
    }

    /// An address that begins with `https://` and leads to a public host that nothing is known against.
    func httpsLink(_ value: JSONValue) -> WebLink? {
        guard let link = intake.link(value) else { return nil }
        guard link.text.hasPrefix("https://") else {
            intake.note(.malformedForm(.httpsAddress), at: value)
            return nil
        }
        guard let host = link.host else {
            intake.note(.unsafeLink, at: value)
            return nil
        }
        return isTrusted(host, at: value) ? link : nil
    }

    /// An address of mail at a public host that nothing is known against.
    func publicEmail(_ value: JSONValue) -> EmailAddress? {
        guard let address = intake.email(value) else { return nil }
        guard let host = HostName(address.domain) else {
            intake.note(.unsafeLink, at: value)
            return nil
        }
        return isTrusted(host, at: value) ? address : nil
    }

    private func isTrusted(_ host: HostName, at value: JSONValue) -> Bool {
        guard let match = distrusted.match(host) else { return true }
        intake.note(.distrustedHost(match.host, match.kind), at: value)
        return false
    }

    /// The name of a source, which may not be a site that is distrusted.
    func sourceTitle(_ value: JSONValue) -> String? {
        guard let title = line(value) else { return nil }
        guard let match = distrusted.match(in: title) else { return title }
        intake.note(.distrustedHost(match.host, match.kind), at: value)
        return nil
    }

    // MARK: Numbers

    /// A number in E.164 that can exist and, for a trader, costs no more than an ordinary call.
    func internationalNumber(_ value: JSONValue, cost: Endpoint.CallCost?) -> PhoneNumber? {
        guard let text = intake.text(value) else { return nil }
        guard let number = try? PhoneNumber(parsing: text) else {
            intake.note(.malformedForm(.e164), at: value)
            return nil
        }
        // Few commands need the library otherwise, and it takes long to start.
        if lints == nil, cost != .premium, FrenchNumbering.isOrdinary(text) { return number }
        guard intake.phone(in: .france)(value) != nil,
            let parsed = try? ParsedPhoneNumber(parsing: text, region: .france)
        else { return nil }
        guard trader == nil || cost != .premium && !parsed.isSurcharged else {
            intake.note(.surchargedNumber, at: value)
            return nil
        }
        lintNumber(parsed, cost: cost, at: value)
        return number
    }

    // MARK: Days

    /// The keys `validFrom` and `validUntil` of an object that may have others.
    func validity(_ fields: inout Fields) -> Validity {
        let from = fields.read("validFrom", intake.day)
        let untilValue = fields.value("validUntil")
        let until = untilValue.flatMap(intake.day)
        if let from, let until, let untilValue, until < from {
            intake.note(.before("validUntil", "validFrom"), at: untilValue)
        }
        return Validity(from: from, until: until)
    }
}

extension ParsedPhoneNumber {
    /// Whether the service behind the number costs extra, on top of the call.
    ///
    /// - Source: Arcep, *plan national de numérotation*: 081 and 082 cost extra, 089 much extra.
    fileprivate var isSurcharged: Bool {
        switch lineType {
        case .sharedCost, .premium: return true
        case .fixed, .mobile, .fixedOrMobile, .freephone, .voip, .universal, .other, .unknown: break
        }
        return ["+3381", "+3382", "+3389"].contains(where: e164.hasPrefix)
    }
}
