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
    private var closedChannels: Set<ChannelName> = []
    private var updatedOn: CivilDay?

    init(_ reader: DirectoryReader, _ intake: Intake, over base: LoadedDirectory?) {
        self.reader = reader
        self.intake = intake
        for institution in base?.directory.institutions ?? [] {
            institutionKinds[institution.id] = institution.kind
        }
    }

    func read(_ root: JSONValue) -> Directory? {
        guard var fields = Fields(root, intake) else { return nil }
        let version = fields.require("schemaVersion", schemaVersion)
        updatedOn = fields.require("updatedOn", intake.day)
        let merchantList = fields.required("merchants")
        let institutionList = fields.required("institutions")
        let closedList = fields.required("closed")
        fields.finish()
        // What others refer to comes first, wherever it stands in the file.
        let closed = closedList.flatMap(closedServices)
        let institutions = institutionList.flatMap {
            intake.list($0, max: DirectoryReader.entriesMax, institution)
        }
        let merchants = merchantList.flatMap { intake.list($0, max: DirectoryReader.entriesMax, merchant) }
        guard version != nil, let updatedOn, let merchants, let institutions, let closed else { return nil }
        return Directory(
            updatedOn: updatedOn, merchants: merchants, institutions: institutions, closed: closed,
            hours: hours.keys)
    }

    private func schemaVersion(_ value: JSONValue) -> Int64? {
        guard value.kind == .number, value.int == DirectoryReader.schemaVersion else {
            intake.note(.malformedForm(.schemaVersion), at: value)
            return nil
        }
        return DirectoryReader.schemaVersion
    }

    // MARK: Closed services

    private func closedServices(_ value: JSONValue) -> [ClosedService]? {
        let services = intake.list(value, max: DirectoryReader.closedMax, closedService)
        guard let elements = value.elements, let services, intake.isClean else { return services }
        for (service, element) in zip(services, elements)
        where service.successor.contains(where: closedChannels.contains) {
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
            "successor", intake.list(min: 1, max: 10, intake.channel(among: reader.channels)))
        let source = fields.require("source", source)
        fields.finish()
        guard let id, let idValue, isNew(id, in: &closedChannels, at: idValue), let since, let successor,
            let source
        else { return nil }
        return ClosedService(id: id, since: since, successor: successor, source: source)
    }

    // MARK: Entries

    private func institution(_ value: JSONValue) -> Institution? {
        guard var fields = Fields(value, intake) else { return nil }
        let id = newEntryID(&fields)
        let name = fields.require("name", line)
        let kind: Institution.Kind? = fields.require("kind", intake.choice)
        let country = fields.require("country", intake.country)
        let zone = fields.require("timeZone", intake.timeZone(reader.zones.contains))
        let holidays = country.flatMap { PublicHolidays(countryCode: $0.text) }
        let place = zone.map { HoursPlace(timeZone: $0, holidays: holidays) }
        let channels = fields.require("channels") { self.channels($0, at: place) }
        fields.finish()
        if let id, let kind { institutionKinds[id] = kind }
        guard let id, let name, let kind, let country, let zone, let channels else { return nil }
        return Institution(
            id: id, name: name, kind: kind, country: country, timeZone: zone, channels: channels)
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

    /// The channels of one entry, each at most once and none that has ended.
    func channels(_ value: JSONValue, at place: HoursPlace?) -> [ChannelEntry]? {
        var seen: Set<ChannelName> = []
        return intake.list(value, min: 1, max: DirectoryReader.channelsMax) { element in
            guard let entry = self.channel(element, at: place) else { return nil }
            let name = element["channel"] ?? element
            if closedChannels.contains(entry.channel) {
                intake.note(.contradiction(.closedButOffered), at: name)
            }
            return isNew(entry.channel, in: &seen, at: name) ? entry : nil
        }
    }

    /// Notes a name that was there before.
    func isNew(_ name: ChannelName, in seen: inout Set<ChannelName>, at value: JSONValue) -> Bool {
        guard !seen.insert(name).inserted else { return true }
        intake.note(.duplicateEntry(name.text), at: value)
        return false
    }

    // MARK: Sources

    /// Where a fact comes from; `source` of every entry.
    func source(_ value: JSONValue) -> Source? {
        guard var fields = Fields(value, intake) else { return nil }
        let url = fields.required("url")
        let link = url.flatMap { $0.isNull ? nil : httpsLink($0) }
        let title = fields.require("title", line)
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

/// What the hours of an entry are to be read with.
struct HoursPlace {
    let timeZone: String
    let holidays: PublicHolidays?
}
