internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// One reading of one directory.
///
/// A class, because the parts share what is known of the whole: hours, identifiers, closed services.
final class DirectoryReading {
    let reader: DirectoryReader
    let intake: Intake
    var hours = HoursTable()
    /// Identifiers of entries that were read.
    private var entryIDs: Set<EntryID> = []
    /// Every institution that may be named, with its kind.
    private var institutionKinds: [EntryID: Institution.Kind] = [:]
    private var closedIDs: Set<ChannelName> = []
    /// Services that have ended, with the first day without them.
    private var closedSince: [ChannelName: CivilDay] = [:]
    private(set) var updatedOn: CivilDay?
    private var isOtherVersion = false
    /// Sites from which nothing may be taken.
    var distrusted = DistrustTable()
    /// The merchant whose channels are being read; nil while an institution's are.
    var trader: Trader?
    /// What looks wrong; nil when nobody asks.
    var lints: [(lint: DirectoryLint, value: JSONValue)]?
    /// Channels that other parts speak of.
    var mentions: [(channel: ChannelName, value: JSONValue)] = []
    private let base: Directory?
    private var knownZones: [String: Bool] = [:]

    init(_ reader: DirectoryReader, _ intake: Intake, over base: LoadedDirectory?, lints: Bool = false) {
        self.reader = reader
        self.intake = intake
        self.base = base?.directory
        self.lints = lints ? [] : nil
        for institution in self.base?.institutions ?? [] {
            institutionKinds[institution.id] = institution.kind
        }
        for service in self.base?.closed ?? [] { closedSince[service.id] = service.since }
        for host in self.base?.distrusted ?? [] { distrusted.add(host) }
    }

    func read(_ root: JSONValue) -> Directory? {
        guard var fields = Fields(root, intake) else { return nil }
        let version = fields.require("schemaVersion", schemaVersion)
        // Of another version nothing can be said but that.
        if isOtherVersion { return nil }
        updatedOn = fields.require("updatedOn", intake.day)
        let merchantList = fields.required("merchants")
        let institutionList = fields.required("institutions")
        let closedList = fields.required("closed")
        let distrustedList = fields.value("distrusted")
        fields.finish()
        // What others refer to comes first, wherever it stands in the file.
        let distrusted = distrustedList.map(distrustedHosts) ?? []
        let closed = closedList.flatMap(closedServices)
        let institutions = institutionList.flatMap {
            intake.list($0, max: DirectoryReader.entriesMax, institution)
        }
        let merchants = merchantList.flatMap { intake.list($0, max: DirectoryReader.entriesMax, merchant) }
        guard version != nil, let updatedOn, let merchants, let institutions, let closed, let distrusted
        else {
            return nil
        }
        let read = Directory(
            updatedOn: updatedOn, merchants: merchants, institutions: institutions, closed: closed,
            hours: hours.keys, distrusted: distrusted)
        if let base, intake.isClean {
            OverlayCheck(of: read, over: base, intake).check(
                merchants: merchantList, institutions: institutionList, closed: closedList)
        }
        lintMentions(offered: read.offeredChannels.union(base?.offeredChannels ?? []))
        return read
    }

    private func schemaVersion(_ value: JSONValue) -> Int64? {
        guard value.kind == .number, value.int == DirectoryReader.schemaVersion else {
            intake.note(.malformedForm(.schemaVersion), at: value)
            isOtherVersion = true
            return nil
        }
        return DirectoryReader.schemaVersion
    }

    // MARK: Closed services

    private func closedServices(_ value: JSONValue) -> [ClosedService]? {
        let services = intake.list(value, max: DirectoryReader.closedMax, closedService)
        guard let elements = value.elements, let services, intake.isClean else { return services }
        for (service, element) in zip(services, elements)
        where service.successor.contains(where: { closedSince[$0] != nil }) {
            intake.note(.contradiction(.successorClosed), at: element["successor"] ?? element)
        }
        return services
    }

    private func closedService(_ value: JSONValue) -> ClosedService? {
        guard var fields = Fields(value, intake) else { return nil }
        let idValue = fields.required("id")
        let id = idValue.flatMap { intake.checked($0, ChannelName.init(parsing:)) }
        let since = fields.require("since", intake.day)
        let successor = fields.require(
            "successor", intake.list(min: 1, max: 10, successor))
        let source = fields.require("source", source)
        fields.finish()
        guard let id, let idValue, let since, let successor, let source else { return nil }
        guard closedIDs.insert(id).inserted else {
            intake.note(.duplicateEntry(id.text), at: idValue)
            return nil
        }
        closedSince[id] = since
        return ClosedService(id: id, since: since, successor: successor, source: source)
    }

    private func successor(_ value: JSONValue) -> ChannelName? {
        guard let channel = intake.channel(among: reader.channels)(value) else { return nil }
        mention(channel, at: value)
        return channel
    }

    // MARK: Entries

    private func institution(_ value: JSONValue) -> Institution? {
        guard var fields = Fields(value, intake) else { return nil }
        let id = newEntryID(&fields)
        let name = fields.require("name", line)
        let kind: Institution.Kind? = fields.require("kind", intake.choice)
        let country = fields.require("country", intake.country)
        let zone = fields.require("timeZone", intake.timeZone(hasZone))
        let holidays = country.flatMap { PublicHolidays(countryCode: $0.text) }
        let place = zone.map { HoursPlace(timeZone: $0, holidays: holidays) }
        let channels = fields.require("channels") { self.channels($0, min: 1, at: place) }
        let validity = validity(&fields)
        fields.finish()
        if let id, let kind { institutionKinds[id] = kind }
        guard let id, let name, let kind, let country, let zone, let channels else { return nil }
        return Institution(
            id: id, name: name, kind: kind, country: country, timeZone: zone, channels: channels,
            validity: validity)
    }

    /// Whether a time zone exists; each is looked for once.
    func hasZone(_ name: String) -> Bool {
        if let known = knownZones[name] { return known }
        let exists = reader.zones.contains(name)
        knownZones[name] = exists
        return exists
    }

    /// The identifier of an entry, which no other entry has.
    func newEntryID(_ fields: inout Fields) -> EntryID? {
        guard let value = fields.required("id"), let id = intake.entryID(value) else { return nil }
        guard entryIDs.insert(id).inserted else {
            intake.note(.duplicateEntry(id.text), at: value)
            return nil
        }
        return id
    }

    /// The mediator that a merchant names.
    func mediator(_ value: JSONValue) -> EntryID? {
        guard let id = intake.entryID(value) else { return nil }
        guard let kind = institutionKinds[id] else {
            let ids = institutionKinds.filter { $0.value == .mediator }.map(\.key.text).sorted()
            intake.note(
                .unknownInstitution(id.text, nearest: nearestName(to: id.text, among: ids)), at: value)
            return nil
        }
        guard kind == .mediator else {
            intake.note(.contradiction(.notAMediator), at: value)
            return nil
        }
        return id
    }

    /// The channels of one entry, each at most once on any day and none after it has ended.
    func channels(_ value: JSONValue, min: Int, at place: HoursPlace?) -> [ChannelEntry]? {
        var seen: [ChannelName: [Validity]] = [:]
        return intake.list(value, min: min, max: DirectoryReader.channelsMax) { element in
            guard let entry = self.channel(element, at: place) else { return nil }
            let name = element["channel"] ?? element
            if let since = closedSince[entry.channel], !entry.validity.isOver(before: since) {
                intake.note(.contradiction(.closedButOffered), at: name)
            }
            let isNew = isNew(
                entry.validity, besides: seen[entry.channel] ?? [], named: entry.channel.text, at: name)
            seen[entry.channel, default: []].append(entry.validity)
            return isNew ? entry : nil
        }
    }

    /// Notes a name that holds on a day on which it held already.
    func isNew(_ validity: Validity, besides others: [Validity], named name: String, at value: JSONValue)
        -> Bool
    {
        guard let other = others.first(where: validity.overlaps) else { return true }
        let isPlain = validity == .always && other == .always
        intake.note(isPlain ? .duplicateEntry(name) : .overlappingEntry(name), at: value)
        return false
    }

    // MARK: Sources

    /// Where a fact comes from; `source` of every entry.
    func source(_ value: JSONValue) -> Source? {
        guard var fields = Fields(value, intake) else { return nil }
        let url = fields.required("url")
        let link = url.flatMap { $0.isNull ? nil : httpsLink($0) }
        let title = fields.require("title", sourceTitle)
        let checkedValue = fields.required("checkedOn")
        let checkedOn = checkedValue.flatMap(intake.day)
        let confidence: Source.Confidence? = fields.require("confidence", intake.choice)
        let staleValue = fields.required("staleAfter")
        let staleAfter = staleValue.flatMap(intake.day)
        fields.finish()
        if let checkedValue, let checkedOn, let updatedOn, checkedOn > updatedOn {
            intake.note(.contradiction(.sourceYoungerThanFile), at: checkedValue)
        }
        if let staleValue, let staleAfter, let checkedOn, staleAfter < checkedOn {
            intake.note(.before("staleAfter", "checkedOn"), at: staleValue)
        }
        guard url != nil, let title, let checkedOn, let confidence, let staleAfter else { return nil }
        return Source(
            url: link, title: title, checkedOn: checkedOn, confidence: confidence, staleAfter: staleAfter)
    }
}

/// What the numbers and links of a merchant are judged by.
struct Trader {
    let website: WebLink?
}

/// What the hours of an entry are to be read with.
struct HoursPlace {
    let timeZone: String
    let holidays: PublicHolidays?
}
