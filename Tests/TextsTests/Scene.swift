import CivilCalendar
import ContactRouting
import Texts

/// A case at a moment, decided and ready to be told.
struct Scene {
    let facts: ContactCase
    let decision: Decision
    let directory: Directory
    let zone: TimeZoneRules
    let now: Instant
    let flips: [Flip]
    let questions: [Question]

    /// - Parameter change: sets the facts of the case.
    init(_ kind: IssueKind, at moment: String, _ change: (inout ContactCase) throws -> Void) throws {
        directory = try SmallDirectory.make()
        zone = try TimeZoneDatabase().rules(for: "Europe/Paris")
        now = try Instant(parsing: moment)
        var facts = ContactCase(
            merchant: .listed(try EntryID(parsing: "amazon-fr")), issue: Issue(kind: kind))
        facts.seller.kind = .firstParty
        facts.consumer.country = .france
        facts.consumer.hasAccount = true
        try change(&facts)
        self.facts = facts
        let zone = zone
        let router = ContactRouter(directory)
        let present = Self.surroundings(at: now, zone)
        decision = router.decide(facts, in: present)
        let search = FlipSearch(router, facts: facts, in: present, turns: []) { [facts] moment in
            router.decide(facts, in: Self.surroundings(at: moment, zone))
        }
        flips = search.flips(of: decision)
        questions = search.questions(of: decision)
    }

    func book(_ language: Language) -> Phrasebook {
        Phrasebook(for: facts, at: now, in: directory, zone: zone, language: language)
    }

    /// The phone line is there from 6:00 to 24:00, on Sundays from 10:00 to 19:00; posts open at 9:00.
    private static func surroundings(at now: Instant, _ zone: TimeZoneRules) -> Surroundings {
        let today = zone.day(at: now)
        func hours(_ day: CivilDay) -> (opens: Instant, closes: Instant) {
            let sunday = day.weekday == .sunday
            return (
                zone.instant(of: day, secondOfDay: (sunday ? 10 : 6) * 3600),
                zone.instant(of: day, secondOfDay: (sunday ? 19 : 24) * 3600)
            )
        }
        let (opens, closes) = hours(today)
        let line: Availability =
            now < opens
            ? .closed(opensAt: opens)
            : now < closes ? .open(until: closes) : .closed(opensAt: hours(today.adding(days: 1)).opens)
        let nine = zone.instant(of: today, secondOfDay: 9 * 3600)
        let isCounterDay = today.weekday != .sunday
        let counter =
            isCounterDay && now < zone.instant(of: today, secondOfDay: 12 * 3600)
            ? max(now, nine) : zone.instant(of: today.adding(days: 1), secondOfDay: 9 * 3600)
        return Surroundings(
            now: now, zone: zone, holidays: .france(.metropole), availability: [.open(until: nil), line],
            postCounterOpens: counter)
    }
}

extension ContactCase {
    /// Adds a contact of the past.
    mutating func did(_ channel: ChannelName, _ moment: String, _ outcome: PastContact.Outcome) throws {
        history.append(PastContact(channel: channel, at: try Instant(parsing: moment), outcome: outcome))
    }
}
