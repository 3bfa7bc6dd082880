internal import CivilCalendar
internal import ContactRouting
internal import JSONText
internal import OpeningHours
internal import PhoneNumbers

extension DirectoryReading {
    func lintNumber(_ number: ParsedPhoneNumber, cost: Endpoint.CallCost?, at value: JSONValue) {
        guard lints != nil else { return }
        if !number.isValid { warn(.unknownNumberRange, at: value) }
        guard number.callingCode == 33, let cost else { return }
        let isFree = number.lineType == .freephone
        if isFree != (cost == .free) { warn(.callCost, at: value) }
    }

    /// - Parameter isFrench: whether the address is known to lie in France; nil when it is not known where.
    func lintAddress(_ address: PostalAddress, isFrench: Bool?, at value: JSONValue) {
        guard lints != nil, let last = address.lines.last?.text else { return }
        let isTown = last.hasPostcode
        let isCountry = address.lines.count > 1 && !last.contains(where: \.isNumber)
        let fits = isFrench.map { $0 ? isTown : isCountry } ?? (isTown || isCountry)
        if !fits { warn(.addressTown, at: value) }
    }

    func lintLink(_ link: WebLink, at value: JSONValue) {
        guard lints != nil, let website = trader?.website?.host, let host = link.host else { return }
        if host.domain != website.domain { warn(.otherDomain, at: value) }
    }

    /// Hours that occur again were looked at before.
    func lintHours(_ schedule: Schedule, _ key: HoursKey, at value: JSONValue) {
        guard lints != nil, let updatedOn, let zone = try? reader.zones.rules(key.timeZone) else { return }
        let place = key.holidays.map { Place(timeZone: zone, holidays: KnownHolidays($0)) }
        let evaluator = Evaluator(schedule, in: place ?? Place(timeZone: zone))
        // A year and no more, because looking for an opening that never comes takes longer the further one looks.
        let year = zone.startOfDay(updatedOn)..<zone.startOfDay(updatedOn.adding(days: 366))
        if evaluator.duration(of: .open, in: year) == .zero { warn(.neverOpen, at: value) }
    }

    /// Notes a channel that another part speaks of, to be looked for when all entries are read.
    func mention(_ channel: ChannelName, at value: JSONValue) {
        guard lints != nil else { return }
        mentions.append((channel, value))
    }

    func lintMentions(offered: Set<ChannelName>) {
        let known = offered.union(ChannelName.offeredByLaw)
        for (channel, value) in mentions where !known.contains(channel) { warn(.nobodyOffers, at: value) }
    }

    private func warn(_ lint: DirectoryLint, at value: JSONValue) {
        guard let count = lints?.count, count < DirectoryReader.faultsMax else { return }
        lints?.append((lint, value))
    }

    /// The warnings in the order of the file.
    var warnings: [DirectoryWarning] {
        (lints ?? []).map { (lint: $0.lint, place: $0.value.place) }
            .sorted { $0.place.position.offset < $1.place.position.offset }
            .map { DirectoryWarning($0.lint, at: $0.place) }
    }
}

extension String {
    /// Five digits, a space and something after it.
    fileprivate var hasPostcode: Bool {
        let digits = utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let rest = utf8.dropFirst(digits.count)
        return digits.count == 5 && rest.first == UInt8(ascii: " ") && rest.count > 1
    }
}

extension HostName {
    /// The last two labels, which one owner has under most endings.
    fileprivate var domain: Substring {
        let labels = text.split(separator: ".")
        guard let first = labels.suffix(2).first else { return text[...] }
        return text[first.startIndex...]
    }
}
