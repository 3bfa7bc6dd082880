import Assembly
import CaseFlow
import CivilCalendar
import ContactRouting
import Testing

@Suite("A decision goes by what held on its day")
struct ValidityTests {
    private func codes(of channel: ChannelName, at moment: String) throws -> [ObjectionCode]? {
        let program = try Repository.program()
        var facts = ContactCase(
            merchant: .listed(try EntryID(parsing: "amazon-fr")),
            issue: ContactRouting.Issue(kind: .itemDefective))
        facts.seller.kind = .firstParty
        facts.consumer.country = .france
        facts.consumer.deaf = true
        let decision = try program.deciding.decide(facts, at: try Instant(parsing: moment))
        if decision.usable.contains(where: { $0.channel == channel }) { return [] }
        return decision.refused.first { $0.channel == channel }?.objections.map(\.code)
    }

    @Test("the translated phone line has the phone's hours from 1 October 2026, and unknown ones before")
    func accessiblePhone() throws {
        #expect(try codes(of: .accessiblePhone, at: "2026-09-30T23:59:00+02:00") == [.hoursUnknown])
        #expect(try codes(of: .accessiblePhone, at: "2026-10-01T12:00:00+02:00") == [])
    }

    @Test("a service is closed from its last day on, and no such thing before")
    func closedService() throws {
        #expect(try codes(of: .odr, at: "2025-07-19T12:00:00+02:00") == nil)
        #expect(try codes(of: .odr, at: "2025-07-20T12:00:00+02:00") == [.serviceClosed])
    }

    @Test("what changes a decision later is tried with the directory of that day")
    func laterDay() throws {
        let program = try Repository.program()
        var facts = ContactCase(
            merchant: .listed(try EntryID(parsing: "amazon-fr")),
            issue: ContactRouting.Issue(kind: .itemDefective))
        facts.seller.kind = .firstParty
        facts.consumer.country = .france
        facts.consumer.deaf = true
        facts.preferences.preferredChannel = .accessiblePhone
        facts.preferences.avoid = [.chat, .onlineReturn]

        let decision = try program.deciding.decide(
            facts, at: try Instant(parsing: "2026-09-30T15:00:00+02:00"))
        let flips = try program.deciding.alternatives(to: decision, of: facts).flips

        #expect(decision.best?.channel != .accessiblePhone)
        #expect(
            flips.contains(
                Flip(
                    change: .at(try Instant(parsing: "2026-10-01T06:00:00+02:00")), best: .accessiblePhone)))
    }

    @Test("the day is the person's")
    func personsDay() throws {
        let program = try Repository.program()
        var facts = ContactCase(
            merchant: .listed(try EntryID(parsing: "amazon-fr")), issue: ContactRouting.Issue(kind: .other))
        facts.consumer.timeZone = "Indian/Reunion"
        let evening = try Instant(parsing: "2025-07-19T22:30:00+02:00")

        let there = try program.deciding.decide(facts, at: evening)
        facts.consumer.timeZone = "Europe/Paris"
        let here = try program.deciding.decide(facts, at: evening)

        #expect(there.refused.contains { $0.channel == .odr })
        #expect(!here.refused.contains { $0.channel == .odr })
    }
}
