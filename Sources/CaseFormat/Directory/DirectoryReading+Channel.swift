internal import CivilCalendar
internal import ContactRouting
internal import JSONText
internal import OpeningHours

/// Networks on which a merchant may be reached by private message.
private enum SocialNetwork: String, CaseIterable { case facebook, instagram, x }

extension DirectoryReading {
    /// Most facts or conditions of a channel, each.
    private static let partsMax = 30

    func channel(_ value: JSONValue, at place: HoursPlace?) -> ChannelEntry? {
        guard var fields = Fields(value, intake) else { return nil }
        let name = fields.require("channel", intake.channel(among: reader.channels))
        let endpoints = fields.require("endpoints", intake.list(max: 20, endpoint))
        let networks = networks(&fields, of: name)
        let hours = fields.read("hours") { self.hours($0, at: place) }
        let conditions = fields.read("conditions") { self.conditions($0, of: name) }
        let requires: [FactPath]? = fields.read(
            "requires", intake.list(min: 1, max: Self.partsMax, intake.choice))
        let languages = fields.read("languages", intake.languages)
        let charactersMax = fields.read("limits", limits)
        let answerTime = fields.read("answerTime", answerTime)
        let issues = fields.read("issues", issues)
        let cost = fields.read("cost", cost)
        let note = fields.read("note", localText)
        let source = fields.require("source", source)
        let validity = validity(&fields)
        fields.finish()
        guard let name, let endpoints, let source else { return nil }
        return ChannelEntry(
            channel: name, endpoints: endpoints, hours: hours, conditions: conditions ?? [],
            requires: requires ?? [], languages: languages ?? [], charactersMax: charactersMax ?? nil,
            answerTime: answerTime?.length, answerTimeSource: answerTime?.source, issues: issues,
            cost: cost?.money, costSource: cost?.source, networks: networks, note: note, source: source,
            validity: validity)
    }

    private func networks(_ fields: inout Fields, of channel: ChannelName?) -> [String] {
        guard let value = fields.value("networks") else { return [] }
        if let channel, channel != .socialDM { intake.note(.contradiction(.networksElsewhere), at: value) }
        let networks: [SocialNetwork]? = intake.list(
            value, min: 1, max: SocialNetwork.allCases.count, intake.choice)
        return (networks ?? []).map(\.rawValue)
    }

    private func hours(_ value: JSONValue, at place: HoursPlace?) -> Int? {
        guard let length = value.string, fits(length, max: DirectoryReader.hoursLengthMax, at: value),
            let (text, schedule) = intake.hours(value), let place
        else {
            if value.string == nil { _ = intake.text(value) }
            return nil
        }
        if schedule.usesPublicHolidays, place.holidays == nil {
            intake.note(.contradiction(.holidaysUnnamed), at: value)
        }
        let key = HoursKey(text: text, timeZone: place.timeZone, holidays: place.holidays)
        if let known = hours.index(of: key) { return known }
        guard hours.keys.count < DirectoryReader.hoursMax else {
            intake.note(.tooManyHours(max: DirectoryReader.hoursMax), at: value)
            return nil
        }
        lintHours(schedule, key, at: value)
        return hours.index(of: key, schedule)
    }

    /// Longest message in characters; null says that the source names no limit.
    private func limits(_ value: JSONValue) -> Int?? {
        guard var fields = Fields(value, intake) else { return nil }
        let characters = fields.required("characters")
        fields.finish()
        guard let characters else { return nil }
        return .some(characters.isNull ? nil : intake.wholeNumber(1...1_000_000)(characters))
    }

    private func answerTime(_ value: JSONValue) -> (length: TimeLimit.Length, source: Source?)? {
        guard var fields = Fields(value, intake) else { return nil }
        let length = length(&fields)
        let source = fields.read("source", source)
        fields.finish()
        return length.map { ($0, source) }
    }

    /// A set of issues that is not empty.
    func issues(_ value: JSONValue) -> IssueSet? {
        let kinds: [IssueKind]? = intake.list(value, min: 1, max: IssueKind.allCases.count, intake.choice)
        return kinds.map { IssueSet($0) }
    }

    private func cost(_ value: JSONValue) -> (money: Money, source: Source?)? {
        guard var fields = Fields(value, intake) else { return nil }
        let money = intake.money(&fields)
        _ = fields.read("note", localText)
        let source = fields.read("source", source)
        fields.finish()
        return money.map { ($0, source) }
    }

    // MARK: Lengths of time

    private enum Counting: String, CaseIterable { case calendar, ouvres, ouvrables }

    /// Exactly one of `hours`, `days` and `months`; `counting` beside `days` only.
    func length(_ fields: inout Fields) -> TimeLimit.Length? {
        let hours = fields.value("hours")
        let days = fields.value("days")
        let months = fields.value("months")
        let countingValue = fields.value("counting")
        let counting: Counting? = countingValue.flatMap(intake.choice)
        let given = [hours, days, months].compactMap { $0 }
        guard given.count == 1, let value = given.first else {
            intake.note(.needsOneOf(["hours", "days", "months"]), at: fields.object)
            return nil
        }
        if let countingValue, days == nil {
            intake.note(.needsCompanion("counting", with: "days"), at: countingValue)
        }
        guard let number = intake.wholeNumber(1...1000)(value) else { return nil }
        if hours != nil { return .hours(number) }
        if months != nil { return .months(number) }
        switch counting {
        case .calendar, nil: return .days(number)
        case .ouvres: return .workedDays(number)
        case .ouvrables: return .businessDays(number)
        }
    }
}
